package org.socialobservatory.ingest.gate.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.socialobservatory.ontology.cube.Breakdown;

/** A total is the sum of the codes of a dimension, and so is a code above others. */
final class Margins {

    private final Families families;
    private final Map<String, Breakdown> breakdowns = new HashMap<>();

    Margins(Families families) {
        this.families = families;
    }

    /**
     * States the sums of a table.
     *
     * @param fromAnswers whether nobody has a code without a figure
     */
    void state(Table table, boolean fromAnswers, Sums sums) {
        for (var variables : table.byArea().values()) {
            groups(variables)
                    .forEach((group, byCode) -> families.among(group.dimension(), byCode.keySet(), fromAnswers)
                            .forEach(family -> state(family, group, byCode, variables, sums)));
        }
    }

    /**
     * Cells that differ in one dimension only.
     *
     * @param others the breakdown with that dimension at its total
     */
    private record Group(String dimension, String others) {}

    /** The variables of groups by code, totals left out. */
    private Map<Group, Map<String, Integer>> groups(Map<String, Integer> variables) {
        var groups = new HashMap<Group, Map<String, Integer>>();
        variables.forEach((text, variable) -> {
            var breakdown = breakdowns.computeIfAbsent(text, Breakdown::parse);
            breakdown.codes().forEach((dimension, code) -> {
                var others = new TreeMap<>(breakdown.codes());
                others.remove(dimension);
                groups.computeIfAbsent(new Group(dimension, Breakdown.of(others).toString()), _ -> new TreeMap<>())
                        .put(code, variable);
            });
        });
        return groups;
    }

    private static void state(
            Families.Family family,
            Group group,
            Map<String, Integer> byCode,
            Map<String, Integer> variables,
            Sums sums) {
        var whole = family.whole() == null ? variables.get(group.others()) : byCode.get(family.whole());
        if (whole != null) {
            var parts = family.parts().stream().mapToInt(byCode::get).toArray();
            boolean sexes = group.dimension().equals("sex") && family.whole() == null && parts.length == 2;
            sums.sum(whole, parts, family.declared() || sexes);
        }
    }
}
