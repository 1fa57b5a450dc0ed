package org.socialobservatory.ingest.composite;

import java.util.Arrays;
import org.socialobservatory.ontology.indicator.Composite.Aggregation;
import org.socialobservatory.ontology.indicator.Composite.Normalisation;

/**
 * Makes the figures of one component comparable with those of others. Where all areas have the same figure, the
 * component tells none from another and gives each the middle of the scale.
 */
final class Scale {

    private static final double MOST = 100;
    /** A geometric mean knows no zero. */
    private static final double LEAST_OF_GEOMETRIC = 1;

    private final Normalisation normalisation;
    private final double least;

    Scale(Normalisation normalisation, Aggregation aggregation) {
        if (aggregation == Aggregation.GEOMETRIC && normalisation != Normalisation.MIN_MAX) {
            throw new IllegalArgumentException("A geometric mean needs figures from 1 to 100");
        }
        this.normalisation = normalisation;
        this.least = aggregation == Aggregation.GEOMETRIC ? LEAST_OF_GEOMETRIC : 0;
    }

    /** The figures on the scale, in their order; a low one is high where they are reversed. */
    double[] of(double[] figures, boolean reversed) {
        var directed = figures.clone();
        if (reversed) {
            for (int i = 0; i < directed.length; i++) {
                directed[i] = -directed[i];
            }
        }
        return switch (normalisation) {
            case Z -> z(shares(directed));
            case MIN_MAX -> minMax(directed);
            case RANK -> ranks(directed);
        };
    }

    private double[] minMax(double[] figures) {
        var scaled = shares(figures);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = least + scaled[i] * (MOST - least);
        }
        return scaled;
    }

    /** Each as a share of the way from the least to the most; halfway where they are the same. */
    private static double[] shares(double[] figures) {
        double min = Arrays.stream(figures).min().orElse(0);
        double max = Arrays.stream(figures).max().orElse(0);
        var shares = new double[figures.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = max == min ? 0.5 : (figures[i] - min) / (max - min);
        }
        return shares;
    }

    /** Figures between 0 and 1 in standard deviations (n − 1) from their mean; their sums run in order. */
    private static double[] z(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double mean = sum / shares.length;
        double squares = 0;
        for (double share : shares) {
            squares += (share - mean) * (share - mean);
        }
        double deviation = Math.sqrt(squares / (shares.length - 1));
        var scores = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            scores[i] = deviation > 0 ? (shares[i] - mean) / deviation : 0;
        }
        return scores;
    }

    /** Places from 1, the least; equal figures share the mean of theirs. */
    private static double[] ranks(double[] figures) {
        var order = new Order(figures);
        var ranks = new double[figures.length];
        for (int i = 0; i < ranks.length; i++) {
            int below = order.below(figures[i]);
            int above = order.above(figures[i]);
            ranks[i] = (below + 1 + figures.length - above) / 2.0;
        }
        return ranks;
    }
}
