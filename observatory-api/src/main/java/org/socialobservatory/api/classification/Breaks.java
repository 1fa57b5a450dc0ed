package org.socialobservatory.api.classification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The limits of classes. */
final class Breaks {

    /** The digits that published numbers have, so that a limit reads as one. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private Breaks() {}

    /** One more limit than classes; empty without values. */
    static double[] of(ClassMethod method, double[] sorted, int wanted, double[] limits) {
        if (sorted.length == 0) {
            return new double[0];
        }
        int distinct = (int) Arrays.stream(sorted).distinct().count();
        int classes = Math.min(wanted, distinct);
        return switch (method) {
            case QUANTILE -> quantile(sorted, classes);
            case JENKS -> NaturalBreaks.of(sorted, classes);
            case EQUAL -> equal(sorted, classes);
            case STDDEV -> standardDeviation(sorted, distinct == 1 ? 1 : wanted);
            case MANUAL -> manual(sorted, limits);
        };
    }

    /** Hyndman and Fan's seventh kind, that of R; limits that would leave a class empty are dropped. */
    private static double[] quantile(double[] sorted, int classes) {
        var inner = new ArrayList<Double>();
        for (int i = 1; i < classes; i++) {
            double position = (sorted.length - 1) * (double) i / classes;
            int below = (int) position;
            double share = position - below;
            double next = sorted[Math.min(below + 1, sorted.length - 1)];
            inner.add(share == 0 ? sorted[below] : rounded(sorted[below] + share * (next - sorted[below])));
        }
        return between(sorted, inner);
    }

    /** The extremes around inner limits, without those that part nothing. */
    private static double[] between(double[] sorted, List<Double> inner) {
        var kept = new ArrayList<Double>();
        int under = 0;
        for (double limit : inner) {
            int below = countBelow(sorted, limit);
            if (below > under && below < sorted.length) {
                kept.add(limit);
                under = below;
            }
        }
        kept.addFirst(sorted[0]);
        kept.addLast(sorted[sorted.length - 1]);
        return kept.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int countBelow(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] equal(double[] sorted, int classes) {
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        var breaks = new double[classes + 1];
        for (int i = 1; i < classes; i++) {
            breaks[i] = rounded(least + (most - least) * i / classes);
        }
        breaks[0] = least;
        breaks[classes] = most;
        return breaks;
    }

    /**
     * Limits at whole standard deviations from the mean (n − 1), or half ones where the number of classes is odd, so
     * that the mean lies in the middle. The outer classes reach at least to the extremes.
     */
    private static double[] standardDeviation(double[] sorted, int classes) {
        if (classes == 1) {
            return new double[] {sorted[0], sorted[sorted.length - 1]};
        }
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = StrictMath.sqrt(squares / (sorted.length - 1));
        var breaks = new double[classes + 1];
        for (int i = 0; i <= classes; i++) {
            breaks[i] = rounded(mean + (i - classes / 2.0) * deviation);
        }
        breaks[0] = Math.min(breaks[0], sorted[0]);
        breaks[classes] = Math.max(breaks[classes], sorted[sorted.length - 1]);
        return breaks;
    }

    private static double[] manual(double[] sorted, double[] limits) {
        var breaks = new double[limits.length + 2];
        System.arraycopy(limits, 0, breaks, 1, limits.length);
        breaks[0] = Math.min(sorted[0], limits[0]);
        breaks[limits.length + 1] = Math.max(sorted[sorted.length - 1], limits[limits.length - 1]);
        return breaks;
    }

    private static double rounded(double limit) {
        return new BigDecimal(limit).round(DIGITS).doubleValue();
    }
}
