package org.socialobservatory.api.classification;

import java.util.Arrays;

/**
 * The partition of sorted values into classes with the least sum of squared distances from the means of their classes
 * (W. D. Fisher, “On Grouping for Maximum Homogeneity”, 1958). The best first member of the last class never moves left
 * when a value is added, so that each row of the programme is filled by divide and conquer.
 */
final class NaturalBreaks {

    private final double[] distinct;
    /** How many values there are up to each distinct one, their sum and their sum of squares, around the mean. */
    private final double[] weights;

    private final double[] sums;
    private final double[] squares;
    private double[] cost;
    private double[] next;

    private NaturalBreaks(double[] sorted) {
        distinct = Arrays.stream(sorted).distinct().toArray();
        weights = new double[distinct.length + 1];
        sums = new double[distinct.length + 1];
        squares = new double[distinct.length + 1];
        double mean = Arrays.stream(sorted).average().orElse(0);
        int value = 0;
        for (int i = 0; i < distinct.length; i++) {
            int first = value;
            while (value < sorted.length && sorted[value] == distinct[i]) {
                value++;
            }
            double centred = distinct[i] - mean;
            weights[i + 1] = weights[i] + (value - first);
            sums[i + 1] = sums[i] + (value - first) * centred;
            squares[i + 1] = squares[i] + (value - first) * centred * centred;
        }
        cost = new double[distinct.length + 1];
        next = new double[distinct.length + 1];
    }

    /** The lowest value of each class, then the highest of all; at most as many classes as distinct values. */
    static double[] of(double[] sorted, int classes) {
        return new NaturalBreaks(sorted).breaks(classes);
    }

    private double[] breaks(int classes) {
        int values = distinct.length;
        var firsts = new int[classes][values + 1];
        for (int last = 1; last <= values; last++) {
            cost[last] = spread(0, last);
        }
        for (int row = 1; row < classes; row++) {
            fill(firsts[row], row + 1, values, row, values - 1);
            var filled = next;
            next = cost;
            cost = filled;
        }
        var breaks = new double[classes + 1];
        breaks[classes] = distinct[values - 1];
        int end = values;
        for (int row = classes - 1; row >= 0; row--) {
            end = row == 0 ? 0 : firsts[row][end];
            breaks[row] = distinct[end];
        }
        return breaks;
    }

    /** Finds the first member of the last class for every number of values from one to another. */
    private void fill(int[] firsts, int from, int to, int least, int most) {
        if (from > to) {
            return;
        }
        int middle = (from + to) >>> 1;
        double best = Double.POSITIVE_INFINITY;
        for (int first = least; first <= Math.min(most, middle - 1); first++) {
            double whole = cost[first] + spread(first, middle);
            if (whole < best) {
                best = whole;
                firsts[middle] = first;
            }
        }
        next[middle] = best;
        fill(firsts, from, middle - 1, least, firsts[middle]);
        fill(firsts, middle + 1, to, firsts[middle], most);
    }

    /** Sum of squared distances from their mean of the distinct values from one to before another. */
    private double spread(int from, int to) {
        double weight = weights[to] - weights[from];
        double sum = sums[to] - sums[from];
        return Math.max(0, squares[to] - squares[from] - sum * sum / weight);
    }
}
