package org.socialobservatory.api.diagnostic;

import java.util.Locale;

/**
 * How an area and its neighbours lie to the mean of a map.
 *
 * @param statistic local Moran's I
 * @param p two-sided, from draws of other neighbours; NaN where no draw could have been telling
 * @param adjusted p among all areas of the map
 */
public record Cluster(Kind kind, double statistic, double expectation, double variance, double p, double adjusted) {

    /** What is said of it. */
    public enum Kind {
        /** High, and so are its neighbours. */
        HOT_SPOT,
        /** Low, and so are its neighbours. */
        COLD_SPOT,
        /** High among low ones, or low among high ones. */
        OUTLIER,
        /** Any other neighbours could be like that. */
        NOT_SIGNIFICANT;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
