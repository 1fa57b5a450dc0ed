package org.socialobservatory.ingest.gate.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.Territory;

/** An area is the sum of those below it, where all of one level have a figure, or those without one are empty. */
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

    /**
     * States the sums of a table. Levels further below are asked only where those directly below are not complete.
     *
     * @param fromAnswers whether nobody is in an area without a figure
     */
    void state(Table table, boolean fromAnswers, Sums sums) {
        for (var variables : table.byBreakdown().values()) {
            variables.forEach((area, whole) -> {
                if (!state(there(children, area, variables, fromAnswers), whole, variables, sums)) {
                    state(there(descendants, area, variables, fromAnswers), whole, variables, sums);
                }
            });
        }
    }

    /** The groups of areas below one, without those where nobody is. */
    private static List<List<String>> there(
            Map<String, List<List<String>>> below, String area, Map<String, Integer> variables, boolean fromAnswers) {
        var groups = below.getOrDefault(area, List.of());
        return !fromAnswers
                ? groups
                : groups.stream()
                        .map(group ->
                                group.stream().filter(variables::containsKey).toList())
                        .filter(group -> !group.isEmpty())
                        .toList();
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
