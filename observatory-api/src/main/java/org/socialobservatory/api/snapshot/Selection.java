package org.socialobservatory.api.snapshot;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.ontology.cube.Breakdown;

/**
 * Which cells a reader asks for. Null means no restriction. A breakdown dimension that is not named stands at its
 * total; one that is named with an empty set takes every code.
 *
 * @param indicators codes, synonyms already added
 * @param areas codes of lasting areas
 * @param periods codes
 * @param codes dimension to the codes wanted
 */
public record Selection(
        @Nullable Set<String> indicators,
        @Nullable Set<String> areas,
        @Nullable Set<String> periods,
        Map<String, Set<String>> codes) {

    /** Every cell of one indicator at the total of all dimensions. */
    public static Selection ofIndicators(Set<String> indicators) {
        return new Selection(indicators, null, null, Map.of());
    }

    public Selection withAreas(Set<String> wanted) {
        return new Selection(indicators, wanted, periods, codes);
    }

    public Selection withPeriods(Set<String> wanted) {
        return new Selection(indicators, areas, wanted, codes);
    }

    public Selection withCodes(Map<String, Set<String>> wanted) {
        return new Selection(indicators, areas, periods, wanted);
    }

    /** Whether the cells of a run may be wanted. */
    public boolean takes(Run run) {
        return (indicators == null || indicators.contains(run.indicator()))
                && (periods == null || periods.contains(run.period().code()))
                && takes(run.breakdown());
    }

    private boolean takes(Breakdown breakdown) {
        for (var wanted : codes.entrySet()) {
            if (!wanted.getValue().isEmpty() && !wanted.getValue().contains(breakdown.code(wanted.getKey()))) {
                return false;
            }
        }
        for (String dimension : breakdown.codes().keySet()) {
            if (!codes.containsKey(dimension)) {
                return false;
            }
        }
        return true;
    }
}
