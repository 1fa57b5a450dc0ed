package org.socialobservatory.ingest.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Codes;

/**
 * What is to be estimated: a statistic of a universe, for each area and breakdown.
 *
 * @param indicator code
 * @param universe who counts; null: everybody
 * @param breakdowns the crossings of dimensions that get cells; the empty one is the total
 * @param unit in which the figures are given, errors and bounds alike
 */
public record Estimand(
        String indicator,
        Statistic statistic,
        @Nullable Expression universe,
        List<List<Dimension>> breakdowns,
        Unit unit) {

    public Estimand {
        Codes.require(indicator);
        breakdowns = breakdowns.stream().map(List::copyOf).toList();
    }

    /** How figures are scaled. Everything is computed in plain numbers; they are scaled once, at the very end. */
    public enum Unit {
        PLAIN(1),
        /** From 0 to 1; the shares beside an index of poverty are percentages. */
        INDEX(1),
        /** From 0 to 100. Denominators, sizes and degrees of freedom are never percentages. */
        PERCENT(100);

        private final double scale;

        Unit(double scale) {
            this.scale = scale;
        }

        double scale() {
            return scale;
        }
    }
}
