package org.socialobservatory.ingest.mapping.tabulation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/**
 * An indicator that is computed from answers.
 *
 * @param place where it is described, for findings about it
 * @param code its own, which may be that of the shared catalogue
 * @param universe who counts, in ECQL; everybody where null
 * @param breakdowns names of dimensions, each list crossed; the empty list is the total
 * @param interval how its interval is made; by its kind where null
 * @param definition what the package says that it means; empty where the catalogue says it
 */
public record ComputedIndicator(
        Place place,
        String code,
        Statistic statistic,
        @Nullable String universe,
        List<List<String>> breakdowns,
        @Nullable Interval interval,
        Definition definition) {

    public ComputedIndicator {
        breakdowns = breakdowns.stream().map(List::copyOf).toList();
    }

    /** The place of one of its keys. */
    public Place place(String key) {
        return place.column(place.column() == null ? key : place.column() + "." + key);
    }

    /**
     * What an indicator means, as far as the package says it.
     *
     * @param unit null where the catalogue gives it
     */
    public record Definition(
            Multilingual labels,
            Multilingual definition,
            @Nullable String unit,
            @Nullable Counted counts,
            @Nullable Direction direction,
            @Nullable String theme,
            @Nullable String sdg,
            @Nullable BigDecimal target,
            @Nullable String sameAs,
            @Nullable String closeTo) {}

    /** How an interval is made, where that can be chosen ({@code statistics.md} §3). */
    public enum Interval {
        /** On the scale of log odds, which keeps it between 0 and 1. */
        LOGIT,
        /** Estimate ± t·SE; of a proportion it stops at 0 and at 1. */
        SYMMETRIC;

        /** The intervals that a statistic can have, its usual one first; none where there is no choice. */
        public static List<Interval> of(Statistic statistic) {
            return switch (statistic) {
                case Statistic.Proportion _ -> List.of(LOGIT, SYMMETRIC);
                case Statistic.Mean _, Statistic.Ratio _, Statistic.Total _, Statistic.Count _ -> List.of(SYMMETRIC);
                case Statistic.Quantile _, Statistic.Poverty _ -> List.of();
            };
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
