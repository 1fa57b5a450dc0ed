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
    private final double least;
    private final Map<String, Integer> hidden = new TreeMap<>();
    private final List<Sum> sums = new ArrayList<>();

    /** What is left of a sum for its hidden numbers, by their positions. */
    private record Sum(Map<Integer, Double> signs, double known) {}

    /**
     * @param published numbers by name; every other name is hidden
     * @param least what a hidden number is at least
     * @param sums names of wholes with those of their parts
     */
    public Attacker(Map<String, Double> published, double least, List<Map.Entry<String, List<String>>> sums) {
        this.published = published;
        this.least = least;
        sums.forEach(sum -> {
            hide(sum.getKey());
            sum.getValue().forEach(this::hide);
        });
        sums.forEach(sum -> constrain(sum.getKey(), sum.getValue()));
    }

    private void hide(String name) {
        if (!published.containsKey(name)) {
            hidden.putIfAbsent(name, hidden.size());
        }
    }

    private void constrain(String whole, List<String> parts) {
        var signs = new TreeMap<Integer, Double>();
        double known = published.getOrDefault(whole, 0.0);
        if (!published.containsKey(whole)) {
            signs.put(position(whole), -1.0);
        }
        for (var part : parts) {
            if (published.containsKey(part)) {
                known -= published.get(part);
            } else {
                signs.merge(position(part), 1.0, Double::sum);
            }
        }
        if (!signs.isEmpty()) {
            sums.add(new Sum(signs, known));
        }
    }

    private int position(String name) {
        return hidden.getOrDefault(name, -1);
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

    /** A number depends on those that are in a sum with it, and they on others; no further ones matter. */
    private Map<Integer, Integer> beside(int position, List<Sum> with) {
        var beside = new TreeMap<Integer, Integer>(Map.of(position, 0));
        var further = new ArrayList<>(sums);
        boolean more = true;
        while (more) {
            more = further.removeIf(sum -> {
                boolean touches = sum.signs().keySet().stream().anyMatch(beside::containsKey);
                if (touches) {
                    with.add(sum);
                    sum.signs().keySet().forEach(other -> beside.putIfAbsent(other, beside.size()));
                }
                return touches;
            });
        }
        return beside;
    }

    private Optional<Double> solve(String name, GoalType goal) {
        var with = new ArrayList<Sum>();
        var beside = beside(position(name), with);
        var constraints = new ArrayList<LinearConstraint>();
        for (var sum : with) {
            var row = new double[beside.size()];
            sum.signs().forEach((other, sign) -> row[beside.getOrDefault(other, 0)] = sign);
            constraints.add(new LinearConstraint(row, Relationship.EQ, sum.known()));
        }
        for (int i = 0; least > 0 && i < beside.size(); i++) {
            constraints.add(new LinearConstraint(unit(i, beside.size()), Relationship.GEQ, least));
        }
        try {
            return Optional.of(new SimplexSolver(1e-7)
                    .optimize(
                            new MaxIter(20_000),
                            new LinearObjectiveFunction(unit(0, beside.size()), 0),
                            new LinearConstraintSet(constraints),
                            goal,
                            new NonNegativeConstraint(true))
                    .getValue());
        } catch (UnboundedSolutionException unbounded) {
            return Optional.empty();
        }
    }

    private static double[] unit(int at, int size) {
        var unit = new double[size];
        unit[at] = 1;
        return unit;
    }
}
