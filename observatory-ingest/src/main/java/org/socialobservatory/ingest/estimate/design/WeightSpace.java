package org.socialobservatory.ingest.estimate.design;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * The space that replicate weights span: its dimension, less one, is the number of degrees of freedom (R {@code degf} of
 * replicate designs). Responses of one sampling unit have proportional weights, so that few directions have to be looked
 * at.
 */
public final class WeightSpace {

    /** Directions that agree to so many digits are the same. */
    private static final double DIGITS = 1e9;
    /** What is left of a direction of length 1 where it depends on others. */
    private static final double DEPENDENT = 1e-7;

    private final int[] directionOf;
    private final List<double[]> directions = new ArrayList<>();
    private final Map<BitSet, Integer> ranks = new ConcurrentHashMap<>();

    /** The space of some rows of weights. */
    public WeightSpace(int rows, IntFunction<double[]> weights) {
        directionOf = new int[rows];
        var known = new HashMap<List<Long>, Integer>();
        for (int row = 0; row < rows; row++) {
            double[] unit = normalised(weights.apply(row));
            var rounded = new ArrayList<Long>(unit.length);
            for (double part : unit) {
                rounded.add(Math.round(part * DIGITS));
            }
            var number = known.putIfAbsent(rounded, directions.size());
            if (number == null) {
                directions.add(unit);
            }
            directionOf[row] = number == null ? directions.size() - 1 : number;
        }
    }

    /** The dimension of the space of some rows. */
    public int rank(int[] rows) {
        var found = new BitSet(directions.size());
        for (int row : rows) {
            found.set(directionOf[row]);
        }
        return ranks.computeIfAbsent(found, this::rank);
    }

    /** Gram and Schmidt, each direction against those before it, twice for the sake of rounding. */
    private int rank(BitSet found) {
        var basis = new ArrayList<double[]>();
        for (int number = found.nextSetBit(0); number >= 0; number = found.nextSetBit(number + 1)) {
            double[] rest = directions.get(number).clone();
            if (basis.size() == rest.length) {
                return basis.size();
            }
            for (int pass = 0; pass < 2; pass++) {
                basis.forEach(known -> takeAway(rest, known));
            }
            if (StrictMath.sqrt(product(rest, rest)) > DEPENDENT) {
                basis.add(normalised(rest));
            }
        }
        return basis.size();
    }

    private static void takeAway(double[] rest, double[] known) {
        double share = product(rest, known);
        for (int at = 0; at < rest.length; at++) {
            rest[at] -= share * known[at];
        }
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += one[at] * other[at];
        }
        return sum;
    }

    /** The same direction with length 1; one that is nothing stays so. */
    private static double[] normalised(double[] weights) {
        double length = StrictMath.sqrt(product(weights, weights));
        var unit = weights.clone();
        for (int at = 0; length > 0 && at < unit.length; at++) {
            unit[at] /= length;
        }
        return unit;
    }
}
