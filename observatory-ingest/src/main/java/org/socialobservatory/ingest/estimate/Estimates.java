package org.socialobservatory.ingest.estimate;

import java.util.List;

/**
 * What was estimated from one response table.
 *
 * @param cells in canonical order of their keys
 * @param sample what it rests on
 */
public record Estimates(List<Estimate> cells, Sample sample) {

    public Estimates {
        cells = List.copyOf(cells);
    }

    /**
     * The sample as it was found.
     *
     * @param responses in the file
     * @param strata in the file, 1 where none are declared
     * @param clusters primary sampling units in the file
     * @param lonely names of the strata with one cluster, which the design's rule treats
     * @param equalWeights whether every response has the same weight, which then hides nobody
     * @param samplingFraction responses over the sum of their weights
     */
    public record Sample(
            long responses,
            int strata,
            int clusters,
            List<String> lonely,
            boolean equalWeights,
            double samplingFraction) {
        public Sample {
            lonely = List.copyOf(lonely);
        }
    }
}
