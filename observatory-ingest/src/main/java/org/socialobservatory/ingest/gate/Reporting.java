package org.socialobservatory.ingest.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;

/** Counts what the gate did. */
final class Reporting {

    private final Verdicts verdicts;
    private final Surroundings surroundings;
    private final Map<String, String> levels = new HashMap<>();
    private final TreeMap<String, Long> byRule = new TreeMap<>();
    private final TreeMap<String, Long> byLevel = new TreeMap<>();
    private final TreeMap<String, Long> reasons = new TreeMap<>();
    private final List<GateReport.Withheld> withheld = new ArrayList<>();

    Reporting(Verdicts verdicts, Surroundings surroundings) {
        this.verdicts = verdicts;
        this.surroundings = surroundings;
        surroundings.territory().areas().forEach(area -> levels.put(area.code(), area.level()));
    }

    GateReport report() {
        for (int i = 0; i < verdicts.size(); i++) {
            var level = level(verdicts.cell(i).key());
            var rule = rule(i);
            byRule.merge(rule, 1L, Long::sum);
            byLevel.merge(rule + GateCounts.OF_LEVEL + level, 1L, Long::sum);
            var reason = verdicts.reason(i);
            if (reason != null) {
                reasons.merge(reason.code() + GateCounts.OF_LEVEL + level, 1L, Long::sum);
                withheld.add(new GateReport.Withheld(verdicts.cell(i).key(), reason));
            }
        }
        return new GateReport(new GateCounts(byRule, byLevel), reasons, 0, 0, withheld, List.of(), List.of());
    }

    private String level(CellKey key) {
        return levels.getOrDefault(key.area(), "");
    }

    private String rule(int index) {
        if (verdicts.isWithheld(index)) {
            return "withheld";
        }
        var cell = verdicts.cell(index);
        return switch (cell.observed()) {
            case Observed.Missing _ -> "missing";
            case Observed.Withheld _ -> "withheld";
            case Observed.Value _ ->
                surroundings.rules(cell).disclosure() == Disclosure.ALREADY_PUBLIC ? "already-public" : "published";
        };
    }
}
