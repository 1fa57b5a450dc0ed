package org.socialobservatory.ingest.estimate.design;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sample was drawn ({@code statistics.md} §2). Strata, clusters and finite populations are columns of the response
 * table; a table without a cluster takes the household, then the response, as the primary sampling unit.
 *
 * @param replicates replicate weights, which take the place of strata and clusters; null: linearisation
 * @param margins known totals; one post-stratifies, several rake
 * @param confidence of the intervals, such as 0.95
 */
public record SurveyDesign(
        Sampling sampling,
        LonelyCluster lonely,
        @Nullable Replicates replicates,
        List<Margin> margins,
        double confidence) {

    private static final double USUAL_CONFIDENCE = 0.95;

    public SurveyDesign {
        margins = List.copyOf(margins);
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("Not a confidence: " + confidence);
        }
    }

    /** A sample with weights, and with the strata and clusters that its table names. */
    public static SurveyDesign weighted() {
        return of(new Sampling.Weighted());
    }

    public static SurveyDesign of(Sampling sampling) {
        return new SurveyDesign(sampling, LonelyCluster.ADJUST, null, List.of(), USUAL_CONFIDENCE);
    }

    public SurveyDesign with(LonelyCluster rule) {
        return new SurveyDesign(sampling, rule, replicates, margins, confidence);
    }

    public SurveyDesign with(Replicates weights) {
        return new SurveyDesign(sampling, lonely, weights, margins, confidence);
    }

    public SurveyDesign with(List<Margin> totals) {
        return new SurveyDesign(sampling, lonely, replicates, totals, confidence);
    }

    /** Where weights come from. */
    public sealed interface Sampling {
        /** Each response has its weight. */
        record Weighted() implements Sampling {}

        /**
         * A simple random sample: each of its units stands for the same number.
         *
         * @param population how many units there are to draw from
         */
        record SimpleRandom(double population) implements Sampling {
            public SimpleRandom {
                if (!(population >= 1) || Double.isInfinite(population)) {
                    throw new IllegalArgumentException("Not a population: " + population);
                }
            }
        }

        /** Everybody was asked: nothing is left to chance, so there is no error of sampling. */
        record Census() implements Sampling {}
    }

    /** What one cluster alone in its stratum adds to the variance, where nothing can be compared with it. */
    public enum LonelyCluster {
        /** The design is refused. */
        FAIL,
        /** It adds nothing, as if drawn with certainty. */
        CERTAINTY,
        /** It adds its square, not centred; a variance that is rather too large. */
        ADJUST,
        /** It adds what the other strata add on average. */
        AVERAGE
    }
}
