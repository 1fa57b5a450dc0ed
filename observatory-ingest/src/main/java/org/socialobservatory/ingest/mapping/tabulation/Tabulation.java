package org.socialobservatory.ingest.mapping.tabulation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is computed from one table of answers ({@code indicateurs.yaml}).
 *
 * @param dimensions by name, {@code sex} and {@code age} among them as a rule
 * @param levels of the areas for which it is computed; empty means the own level of the answers and all above
 */
public record Tabulation(
        SortedMap<String, Classifier> dimensions, List<ComputedIndicator> indicators, List<String> levels) {

    /** Nothing is computed. */
    public static final Tabulation NONE = new Tabulation(Collections.emptySortedMap(), List.of(), List.of());

    public Tabulation {
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
        indicators = List.copyOf(indicators);
        levels = List.copyOf(levels);
    }
}
