package org.socialobservatory.ingest.gate.movement;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.socialobservatory.ingest.gate.facts.Tableau;

/**
 * A linear programme over the movements of a neighbourhood. Everything is measured in units of what its subject needs to
 * move, so that numbers stay near 1 whether persons or millions are counted.
 */
public final class Programme {

    /** No amount has to move by more units than this for the sake of one. */
    private static final double FARTHEST = 1e4;
    /** Shorter movements are noise of the solver. */
    private static final double NOISE = 1e-7;
    /** What it costs to move what is withheld anyway, beside 1 for the dearest cell: short ways are better. */
    private static final double WITHHELD = 1e-6;

    /** Less room than this does not make an amount dearer still. */
    private static final double SMALLEST_ROOM = 0.1;

    private final Tableau tableau;
    private final Neighbourhood neighbourhood;
    private final int subject;
    private final double unit;

    public Programme(Tableau tableau, Neighbourhood neighbourhood, int subject, double unit) {
        this.tableau = tableau;
        this.neighbourhood = neighbourhood;
        this.subject = subject;
        this.unit = unit;
    }

    /** Moves the subject as far as it goes, at most so many units. */
    public Movement furthest(int direction, double limit) {
        var model = new ExpressionsBasedModel();
        var inner = variables(neighbourhood.inner());
        var rows = rows(model);
        for (int variable : inner) {
            double up = Math.min(room(variable, 1), limit * FARTHEST);
            double down = Math.min(room(variable, -1), limit * FARTHEST);
            if (variable == subject) {
                up = direction > 0 ? Math.min(up, limit) : 0;
                down = direction < 0 ? Math.min(down, limit) : 0;
            }
            var moved = model.newVariable("v" + variable);
            bound(moved, -down, up);
            if (variable == subject) {
                moved.weight(direction);
            }
            state(variable, 1, moved, rows);
        }
        var result = model.maximise();
        var by = new double[inner.length];
        for (int i = 0; i < inner.length; i++) {
            by[i] = result.doubleValue(i) * unit;
        }
        return result.getState().isFeasible() ? movement(inner, by) : Movement.NONE;
    }

    /**
     * Moves the subject by one unit so that the cells that move with it are cheap to withhold.
     *
     * @param price of withholding a variable; 0 where it is withheld
     * @return null where it cannot be moved so far
     */
    public @Nullable Movement cheapest(int direction, IntToDoubleFunction price) {
        var model = new ExpressionsBasedModel();
        var inner = variables(neighbourhood.inner());
        var rows = rows(model);
        double dearest =
                Math.max(1, Arrays.stream(inner).mapToDouble(price).max().orElse(1));
        for (int variable : inner) {
            for (int sign : new int[] {1, -1}) {
                var moved = model.newVariable("v" + variable + sign);
                double room = Math.min(room(variable, sign), FARTHEST);
                if (variable == subject) {
                    moved.level(sign == direction ? 1 : 0);
                } else {
                    bound(moved, 0, room);
                    moved.weight(Math.max(price.applyAsDouble(variable) / dearest, WITHHELD)
                            / Math.clamp(room, SMALLEST_ROOM, 1));
                }
                state(variable, sign, moved, rows);
            }
        }
        var result = model.minimise();
        return result.getState().isFeasible() ? movement(inner, differences(result, inner.length)) : null;
    }

    private double[] differences(Optimisation.Result result, int count) {
        var by = new double[count];
        for (int i = 0; i < count; i++) {
            by[i] = (result.doubleValue(2 * i) - result.doubleValue(2 * i + 1)) * unit;
        }
        return by;
    }

    private double room(int variable, int direction) {
        return tableau.amount(variable).room(direction) / unit;
    }

    private static void bound(Variable moved, double lower, double upper) {
        if (lower > Double.NEGATIVE_INFINITY) {
            moved.lower(Math.min(lower, 0));
        }
        if (upper < Double.POSITIVE_INFINITY) {
            moved.upper(Math.max(upper, 0));
        }
    }

    private static int[] variables(List<Integer> inner) {
        return inner.stream().mapToInt(Integer::intValue).toArray();
    }

    /** One row for each equation of the neighbourhood, by position. */
    private Expression[] rows(ExpressionsBasedModel model) {
        var rows = new Expression[tableau.equations().size()];
        for (int equation : neighbourhood.equations()) {
            rows[equation] = model.newExpression("e" + equation).level(0);
        }
        return rows;
    }

    private void state(int variable, int sign, Variable moved, Expression[] rows) {
        for (int equation : tableau.equationsOf(variable)) {
            rows[equation].set(moved, sign * tableau.equations().get(equation).coefficient(variable));
        }
    }

    private Movement movement(int[] variables, double[] by) {
        int count = 0;
        for (int i = 0; i < by.length; i++) {
            if (Math.abs(by[i]) > NOISE * unit) {
                variables[count] = variables[i];
                by[count++] = by[i];
            }
        }
        return new Movement(Arrays.copyOf(variables, count), Arrays.copyOf(by, count));
    }
}
