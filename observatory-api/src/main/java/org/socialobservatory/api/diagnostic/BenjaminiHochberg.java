package org.socialobservatory.api.diagnostic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which of many tests to believe, so that at most one in twenty of those believed is chance (Benjamini and Hochberg 1995;
 * R {@code p.adjust(p, "BH")}).
 */
final class BenjaminiHochberg {

    /** The share of false ones among those believed. */
    static final double LEVEL = 0.05;

    private BenjaminiHochberg() {}

    /** Each p as it has to be read among all of them. */
    static double[] adjusted(double[] p) {
        int[] descending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        var adjusted = new double[p.length];
        Arrays.fill(adjusted, 1);
        double least = 1;
        for (int place = 0; place < descending.length; place++) {
            int rank = p.length - place;
            least = Math.min(least, p[descending[place]] * p.length / rank);
            adjusted[descending[place]] = least;
        }
        return adjusted;
    }
}
