package org.socialobservatory.ingest.estimate.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.socialobservatory.ingest.estimate.design.UnusableDesign.Fault;
import org.socialobservatory.ingest.estimate.design.UnusableDesign.Kind;

/**
 * Weights adjusted to known margins. One margin post-stratifies; several rake: iterative proportional fitting, which is
 * calibration with the exponential distance (Deville, Särndal and Sautory 1993; R {@code calibrate(calfun="raking")}).
 * What the margins already know no longer varies: in the variance z = w·(u − û), û the least-squares fit of u on the
 * margins' dummies over the whole file, with the weights before adjustment.
 */
public final class Calibration {

    /** Where the distance from the margins is rounding. */
    private static final double CLOSE = 1e-14;
    /** Where it is not: margins that contradict one another are never met. */
    private static final double APART = 1e-9;

    private static final int ROUNDS = 10_000;

    private final int[][] dummies;
    private final double[] factors;
    private final NormalEquations fit;
    private final Weights weights;

    /**
     * The sums of weights of a file, in parts that each lie in one unit and one crossed category.
     *
     * @param units the unit of each part
     * @param categories its crossed category
     * @param sums its sum
     */
    @SuppressWarnings("ArrayRecordComponent") // As many as there are groups; nobody compares them.
    public record Weights(int[] units, int[] categories, double[] sums) {}

    /**
     * Adjusts weights.
     *
     * @param names of the margins
     * @param sizes for each margin the known size of each category
     * @param dummies for each crossed category its category in each margin
     * @param weights the sums of weights before adjustment, of the whole file
     */
    public Calibration(List<String> names, List<double[]> sizes, int[][] dummies, Weights weights) {
        this.weights = weights;
        var base = new double[dummies.length];
        for (int part = 0; part < weights.sums().length; part++) {
            base[weights.categories()[part]] += weights.sums()[part];
        }
        int columns = sizes.stream().mapToInt(size -> size.length).sum();
        this.dummies = numbered(sizes, dummies);
        fit = new NormalEquations(columns, this.dummies, base);
        factors = rake(sizes, dummies, base);
        double distance = distance(sizes, dummies, base);
        if (!(distance <= APART)) {
            var faults = new ArrayList<Fault>();
            faults.add(Fault.of(Kind.MARGINS_CONTRADICT, String.join(", ", names), distance));
            throw new UnusableDesign(faults);
        }
    }

    /** Gives each category of each margin a number of its own. */
    private static int[][] numbered(List<double[]> sizes, int[][] dummies) {
        var numbered = new int[dummies.length][sizes.size()];
        for (int category = 0; category < dummies.length; category++) {
            int before = 0;
            for (int margin = 0; margin < sizes.size(); margin++) {
                numbered[category][margin] = before + dummies[category][margin];
                before += sizes.get(margin).length;
            }
        }
        return numbered;
    }

    private double[] rake(List<double[]> sizes, int[][] categories, double[] base) {
        var adjusted = new double[base.length];
        Arrays.fill(adjusted, 1);
        double moved = 1;
        for (int round = 0; round < ROUNDS && moved > CLOSE; round++) {
            moved = 0;
            for (int margin = 0; margin < sizes.size(); margin++) {
                double[] known = sizes.get(margin);
                double[] found = sums(margin, known.length, categories, base, adjusted);
                for (int category = 0; category < adjusted.length; category++) {
                    int own = categories[category][margin];
                    double ratio = known[own] / found[own];
                    adjusted[category] *= ratio;
                    moved = Math.max(moved, Math.abs(ratio - 1));
                }
            }
        }
        return adjusted;
    }

    private static double[] sums(int margin, int length, int[][] categories, double[] base, double[] adjusted) {
        var sums = new double[length];
        for (int category = 0; category < base.length; category++) {
            sums[categories[category][margin]] += base[category] * adjusted[category];
        }
        return sums;
    }

    private double distance(List<double[]> sizes, int[][] categories, double[] base) {
        double distance = 0;
        for (int margin = 0; margin < sizes.size(); margin++) {
            double[] known = sizes.get(margin);
            double[] found = sums(margin, known.length, categories, base, factors);
            for (int category = 0; category < known.length; category++) {
                distance = Math.max(distance, Math.abs(found[category] / known[category] - 1));
            }
        }
        return distance;
    }

    /** What the weights of a crossed category are multiplied by. */
    public double factor(int category) {
        return factors[category];
    }

    public int categories() {
        return factors.length;
    }

    /**
     * Takes from the influence of each unit what the margins explain.
     *
     * @param influence z of every unit, changed here
     * @param base Σ w·u of each crossed category over the whole file, with the weights before adjustment
     */
    public void residuals(double[] influence, double[] base) {
        double[] coefficients = fit.solve(base);
        var fitted = new double[factors.length];
        for (int category = 0; category < fitted.length; category++) {
            for (int dummy : dummies[category]) {
                fitted[category] += coefficients[dummy];
            }
            fitted[category] *= factors[category];
        }
        for (int part = 0; part < weights.sums().length; part++) {
            influence[weights.units()[part]] -= fitted[weights.categories()[part]] * weights.sums()[part];
        }
    }
}
