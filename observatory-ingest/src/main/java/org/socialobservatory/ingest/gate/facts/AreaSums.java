package org.socialobservatory.ingest.gate.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.Territory;

/** An area is the sum of those below it, where all of one level have a figure. */
final class AreaSums {

    private final Map<String, List<List<String>>> children = new TreeMap<>();
    private final Map<String, List<List<String>>> descendants = new TreeMap<>();

    AreaSums(Territory territory) {
        for (var area : territory.areas()) {
            var below = territory.children(area.code());
            if (!below.isEmpty()) {
                var groups = byLevel(below);
                if (groups.size() > 1) {
                    groups.add(below.stream().map(Area::code).toList());
                }
                children.put(area.code(), groups);
                descendants.put(area.code(), byLevel(territory.descendants(area.code())));
            }
        }
    }

    private static List<List<String>> byLevel(List<Area> areas) {
        var levels = new TreeMap<String, List<String>>();
        areas.forEach(area ->
                levels.computeIfAbsent(area.level(), _ -> new ArrayList<>()).add(area.code()));
        return new ArrayList<>(levels.values());
    }

    /** States the sums of a table. Levels further below are asked only where those directly below are not complete. */
    void state(Table table, Sums sums) {
        for (var variables : table.byBreakdown().values()) {
            variables.forEach((area, whole) -> {
                if (!state(children.getOrDefault(area, List.of()), whole, variables, sums)) {
                    state(descendants.getOrDefault(area, List.of()), whole, variables, sums);
                }
            });
        }
    }

    private static boolean state(List<List<String>> groups, int whole, Map<String, Integer> variables, Sums sums) {
        boolean stated = false;
        for (var group : groups) {
            if (variables.keySet().containsAll(group)) {
                sums.sum(whole, group.stream().mapToInt(variables::get).toArray(), true);
                stated = true;
            }
        }
        return stated;
    }
}
