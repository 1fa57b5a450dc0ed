package org.socialobservatory.ingest.gate.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.gate.candidate.Verdicts;
import org.socialobservatory.ontology.cube.CellKey;

/** The figures of one indicator and period, by breakdown and area. */
final class Table {

    /** Names a table. */
    record Name(String indicator, String period) {
        static Name of(CellKey key) {
            return new Name(key.indicator(), key.period());
        }
    }

    /** Where a figure stands in its table. */
    record Place(String breakdown, String area) {
        static Place of(CellKey key) {
            return new Place(key.breakdown(), key.area());
        }
    }

    /** Positions among the candidates. */
    private final List<Integer> candidates = new ArrayList<>();

    private final Map<Place, Integer> candidateAt = new HashMap<>();
    private final Map<String, Map<String, Integer>> byBreakdown = new TreeMap<>();
    private final Map<String, Map<String, Integer>> byArea = new TreeMap<>();
    private final Map<Place, Integer> bases = new HashMap<>();

    /** The tables of all candidates, in their order. */
    static Map<Name, Table> of(Verdicts verdicts) {
        var tables = new LinkedHashMap<Name, Table>();
        for (int i = 0; i < verdicts.size(); i++) {
            var key = verdicts.cell(i).key();
            tables.computeIfAbsent(Name.of(key), _ -> new Table()).candidates.add(i);
        }
        return tables;
    }

    List<Integer> candidates() {
        return candidates;
    }

    /** The candidate at a place; null where there is none. */
    @Nullable
    Integer candidate(Place place, Verdicts verdicts) {
        if (candidateAt.isEmpty()) {
            for (int candidate : candidates) {
                candidateAt.put(Place.of(verdicts.cell(candidate).key()), candidate);
            }
        }
        return candidateAt.get(place);
    }

    void put(Place place, int variable) {
        byBreakdown.computeIfAbsent(place.breakdown(), _ -> new TreeMap<>()).put(place.area(), variable);
        byArea.computeIfAbsent(place.area(), _ -> new TreeMap<>()).put(place.breakdown(), variable);
    }

    /** The variable of the amount at a place; null where there is none. */
    @Nullable
    Integer amount(Place place) {
        return byBreakdown.getOrDefault(place.breakdown(), Map.of()).get(place.area());
    }

    boolean has(Place place) {
        return byBreakdown.getOrDefault(place.breakdown(), Map.of()).containsKey(place.area());
    }

    /** Variables by breakdown, then by area. */
    Map<String, Map<String, Integer>> byBreakdown() {
        return byBreakdown;
    }

    /** Variables by area, then by breakdown. */
    Map<String, Map<String, Integer>> byArea() {
        return byArea;
    }

    /** Variables of the bases of shares, where they are known as amounts of another table. */
    Map<Place, Integer> bases() {
        return bases;
    }
}
