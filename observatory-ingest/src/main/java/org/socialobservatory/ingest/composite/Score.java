package org.socialobservatory.ingest.composite;

import org.jspecify.annotations.Nullable;

/**
 * An area by an index.
 *
 * @param interval 95 % of the draws at the declared weights; null where no figure of any area has an error
 * @param place among the areas; null for one that is not ranked
 */
record Score(
        String area,
        double value,
        @Nullable Interval interval,
        @Nullable Place place) {

    record Interval(double lower, double upper) {}

    /**
     * A place among areas, 1 being the best.
     *
     * @param from the best place in 95 % of the draws of figures and weights
     * @param to the worst
     */
    record Place(int at, int from, int to) {}
}
