package org.socialobservatory.ingest.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * A reader who knows published numbers and which sums hold, and wants to know the others. Shares no code with the gate,
 * its linear programmes are another library's.
 */
public final class Attacker {

    private final Map<String, Double> published;
    private final Map<String, Integer> hidden = new TreeMap<>();
    private final List<LinearConstraint> constraints = new ArrayList<>();

    /**
     * @param published numbers by name; every other name is hidden
     * @param least what a hidden number is at least
     * @param sums names of wholes with those of their parts
     */
    public Attacker(Map<String, Double> published, double least, List<Map.Entry<String, List<String>>> sums) {
        this.published = published;
        sums.forEach(sum -> {
            hide(sum.getKey());
            sum.getValue().forEach(this::hide);
        });
        sums.forEach(sum -> constrain(sum.getKey(), sum.getValue()));
        for (int i = 0; i < hidden.size(); i++) {
            constraints.add(new LinearConstraint(unit(i), Relationship.GEQ, least));
        }
    }

    private void hide(String name) {
        if (!published.containsKey(name)) {
            hidden.putIfAbsent(name, hidden.size());
        }
    }

    private void constrain(String whole, List<String> parts) {
        var row = new double[hidden.size()];
        double known = published.getOrDefault(whole, 0.0);
        boolean open = !published.containsKey(whole);
        if (open) {
            row[position(whole)] = -1;
        }
        for (var part : parts) {
            if (published.containsKey(part)) {
                known -= published.get(part);
            } else {
                row[position(part)] += 1;
                open = true;
            }
        }
        if (open) {
            constraints.add(new LinearConstraint(row, Relationship.EQ, known));
        }
    }

    private int position(String name) {
        return hidden.getOrDefault(name, -1);
    }

    private double[] unit(int at) {
        var unit = new double[hidden.size()];
        unit[at] = 1;
        return unit;
    }

    /** The hidden numbers that are in some sum. */
    public Set<String> hidden() {
        return hidden.keySet();
    }

    public double least(String name) {
        return solve(name, GoalType.MINIMIZE).orElse(Double.NEGATIVE_INFINITY);
    }

    public double most(String name) {
        return solve(name, GoalType.MAXIMIZE).orElse(Double.POSITIVE_INFINITY);
    }

    private Optional<Double> solve(String name, GoalType goal) {
        try {
            return Optional.of(new SimplexSolver(1e-7)
                    .optimize(
                            new MaxIter(20_000),
                            new LinearObjectiveFunction(unit(position(name)), 0),
                            new LinearConstraintSet(constraints),
                            goal,
                            new NonNegativeConstraint(true))
                    .getValue());
        } catch (UnboundedSolutionException unbounded) {
            return Optional.empty();
        }
    }
}
