package org.socialobservatory.api.diagnostic;

import java.util.Arrays;
import org.socialobservatory.ingest.composite.Generator;

/**
 * How alike an area and its neighbours are (Anselin 1995, <i>Local indicators of spatial association — LISA</i>): the
 * areas have a value and at least one neighbour each, and each neighbour of an area weighs the same.
 *
 * <p>Whether it could be chance is told by drawing other neighbours from all other areas, without replacement.
 */
final class LocalMoran {

    /** How often neighbours are drawn. With 999, no lone spot would be found among more than 25 areas. */
    static final int DRAWS = 99_999;
    /** After so many draws it is looked whether an area can be significant at all. */
    private static final int FIRST_LOOK = 999;
    /** An area with so many draws to either side after the first look has a p of one in five, and never one in twenty. */
    private static final int HOPELESS = 100;

    private static final long SEED = 20_240_901L;
    /** Sums of the same values in another order. */
    private static final double ROUNDING = 1e-12;

    private final double[] z;
    private final int[][] neighbours;
    private final double m2;

    /** @param neighbours positions of the neighbours of each area, none empty */
    LocalMoran(double[] values, int[][] neighbours) {
        double mean = Arrays.stream(values).average().orElse(0);
        this.z = Arrays.stream(values).map(value -> value - mean).toArray();
        this.neighbours = neighbours.clone();
        this.m2 = Arrays.stream(z)
                .map(deviation -> deviation * deviation)
                .average()
                .orElse(0);
    }

    /** Whether the values differ at all. */
    boolean varies() {
        double scale = Arrays.stream(z).map(Math::abs).max().orElse(0);
        return m2 > 0 && scale > 0 && Double.isFinite(m2);
    }

    double deviation(int area) {
        return z[area];
    }

    /** The mean deviation of the neighbours. */
    double lag(int area) {
        double sum = 0;
        for (int neighbour : neighbours[area]) {
            sum += z[neighbour];
        }
        return sum / neighbours[area].length;
    }

    double statistic(int area) {
        return z[area] * lag(area) / m2;
    }

    /** Of the statistic, the value of the area itself given (Sokal, Oden and Thomson 1998). */
    double expectation(int area) {
        return -z[area] * z[area] / ((z.length - 1) * m2);
    }

    /** Of the statistic, the value of the area itself given. */
    double variance(int area) {
        double n = z.length;
        double squares = 1.0 / neighbours[area].length;
        double own = z[area] / m2;
        return own * own * (n / (n - 2)) * (squares - 1 / (n - 1)) * (m2 - z[area] * z[area] / (n - 1));
    }

    /**
     * How likely the neighbours of each area are by chance, to the likelier side and doubled.
     *
     * @param throughout whether to draw to the end where an area cannot be significant any more
     */
    double[] p(boolean throughout) {
        int most = Arrays.stream(neighbours).mapToInt(list -> list.length).max().orElse(0);
        var draws = new Draws(z.length - 1, most);
        var p = new double[z.length];
        var sums = new Tally[z.length];
        for (int area = 0; area < z.length; area++) {
            sums[area] = new Tally(area);
        }
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] drawn = draws.next();
            for (var tally : sums) {
                if (!tally.over) {
                    tally.count(drawn);
                    tally.over = !throughout && draw + 1 == FIRST_LOOK && tally.least() >= HOPELESS;
                }
            }
        }
        for (int area = 0; area < z.length; area++) {
            p[area] = sums[area].p();
        }
        return p;
    }

    /** What the draws of one area say. */
    private final class Tally {
        private final int area;
        private final double observed;
        private final double slack;
        private int above;
        private int below;
        private int drawn;
        private boolean over;

        Tally(int area) {
            this.area = area;
            this.observed = z[area] * lag(area) * neighbours[area].length;
            this.slack = ROUNDING * (Math.abs(observed) + m2);
        }

        /** @param others positions among the other areas, this one left out */
        void count(int[] others) {
            double sum = 0;
            for (int k = 0; k < neighbours[area].length; k++) {
                int other = others[k];
                sum += z[other < area ? other : other + 1];
            }
            double statistic = z[area] * sum;
            if (statistic >= observed - slack) {
                above++;
            }
            if (statistic <= observed + slack) {
                below++;
            }
            drawn++;
        }

        int least() {
            return Math.min(above, below);
        }

        double p() {
            return Math.min(1, 2.0 * (least() + 1) / (drawn + 1));
        }
    }

    /** Draws some of n without replacement, the same ones at all times (Fisher and Yates). */
    private static final class Draws {
        private final Generator generator = new Generator(SEED);
        private final int[] deck;
        private final int[] hand;

        Draws(int n, int most) {
            deck = new int[n];
            Arrays.setAll(deck, i -> i);
            hand = new int[Math.min(n, most)];
        }

        int[] next() {
            for (int k = 0; k < hand.length; k++) {
                int at = k + (int) Math.unsignedMultiplyHigh(generator.next(), deck.length - k);
                int card = deck[at];
                deck[at] = deck[k];
                deck[k] = card;
                hand[k] = card;
            }
            return hand;
        }
    }
}
