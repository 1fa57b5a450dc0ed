package org.socialobservatory.ingest.gate.secondary;

import java.util.List;
import org.socialobservatory.ingest.gate.facts.Equation;
import org.socialobservatory.ingest.gate.facts.Tableau;
import org.socialobservatory.ingest.gate.movement.Withholding;

/**
 * A number of respondents that every way of withholding must hide at least: a withheld amount that must be able to move
 * needs another one to move with it in each of its sums, and so does that one. Prices of sums that no cell's price
 * exceeds bound the prices of the cells from below (weak duality of the covering programme).
 */
public final class Fewest {

    /** How often a cell that costs no more may ask those beside it in its other sums, and they theirs. */
    private static final int FARTHEST = 2;

    private final Tableau tableau;
    private final Withholding withholding;
    /** What is left of each cell's price. */
    private final double[] left;

    /** To be made while only what discloses by itself is withheld. */
    public Fewest(Tableau tableau, Withholding withholding) {
        this.tableau = tableau;
        this.withholding = withholding;
        this.left = new double[tableau.size()];
        for (int variable = 0; variable < left.length; variable++) {
            left[variable] = withholding.movable().test(variable) ? price(variable) : Double.POSITIVE_INFINITY;
        }
    }

    /** A cell is paid for once, as it is now. */
    private double price(int variable) {
        return withholding.isFormer(variable) ? 0 : withholding.price(variable);
    }

    /** Beside those that are withheld already. */
    public double further(List<Integer> variables) {
        double sum = 0;
        for (int farthest = 0; farthest <= FARTHEST; farthest++) {
            for (int variable : variables) {
                var protection = withholding.protection(variable);
                if (protection != null && protection.asks()) {
                    for (int equation : tableau.equationsOf(variable)) {
                        sum += pay(tableau.equations().get(equation), variable, farthest);
                    }
                }
            }
        }
        return sum;
    }

    /** What the others of a sum can pay for one of them. */
    private double pay(Equation equation, int variable, int farthest) {
        double paid = 0;
        boolean more = true;
        while (more) {
            double least = Double.POSITIVE_INFINITY;
            for (int other : equation.variables()) {
                if (other != variable) {
                    least = Math.min(least, left[other]);
                }
            }
            if (Double.isInfinite(least)) {
                return paid;
            }
            for (int other : equation.variables()) {
                left[other] -= other == variable ? 0 : least;
            }
            paid += least;
            more = farthest > 0 && (least > 0 || paid == 0) && ask(equation, variable, farthest - 1);
        }
        return paid;
    }

    /** Whether all others of a sum that have nothing left get something from those beside them elsewhere. */
    private boolean ask(Equation equation, int variable, int farthest) {
        for (int other : equation.variables()) {
            if (other != variable && left[other] <= 0) {
                left[other] = withholding.wouldAsk(other) ? elsewhere(equation, other, farthest) : 0;
                if (left[other] <= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private double elsewhere(Equation equation, int variable, int farthest) {
        double paid = 0;
        for (int at : tableau.equationsOf(variable)) {
            var further = tableau.equations().get(at);
            if (further != equation) {
                paid += pay(further, variable, farthest);
            }
        }
        return paid;
    }
}
