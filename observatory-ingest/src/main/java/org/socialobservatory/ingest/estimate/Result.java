package org.socialobservatory.ingest.estimate;

import org.jspecify.annotations.Nullable;

/**
 * A figure of a domain in plain numbers; NaN where there is none.
 *
 * @param value the estimate
 * @param variance of it
 * @param degrees of freedom
 * @param covariance with the same figure of the area above
 * @param bounds of a quantile, which follow from its own curve and not from its variance; null of other figures
 */
record Result(
        Measure measure,
        Domain domain,
        Moments moments,
        double value,
        double variance,
        int degrees,
        double covariance,
        @Nullable Bounds bounds) {

    /** Both ends of an interval; NaN where one lies outside what the sample tells. */
    record Bounds(double lower, double upper) {}
}
