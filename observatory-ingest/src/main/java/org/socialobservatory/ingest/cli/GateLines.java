package org.socialobservatory.ingest.cli;

import java.util.ArrayList;
import java.util.List;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ingest.gate.GateReport;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.CodeList;

/** The gate's report as its steward reads it: how many cells of each level, and why. */
final class GateLines {

    private final GateReport report;
    private final Words words;

    GateLines(GateReport report, Words words) {
        this.report = report;
        this.words = words;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        if (report.withheld().isEmpty()) {
            return lines;
        }
        lines.add(words.say("gate.withheld", report.withheld().size()));
        var levels = Vocabulary.load().codeLists().stream()
                .filter(list -> list.scheme().equals("level"))
                .toList();
        report.reasons().forEach((key, count) -> lines.add(line(key, count, levels)));
        if (report.respondentsHidden() > 0) {
            lines.add(words.say("gate.respondents", report.respondentsHidden(), report.fewestRespondents()));
        }
        add("gate.unprotected", report.unprotected(), lines);
        add("gate.shown-earlier", report.shownEarlier(), lines);
        return lines;
    }

    private String line(String key, long count, List<CodeList> levels) {
        int at = key.indexOf(GateCounts.OF_LEVEL);
        var level = key.substring(at + 1);
        var name = levels.stream()
                .flatMap(list -> list.concept(level).stream())
                .findFirst()
                .map(concept -> concept.labels().orCode(words.language(), level))
                .orElse(level.isEmpty() ? words.say("gate.nowhere") : level);
        return words.say("gate.line", words.say("gate.reason." + key.substring(0, at)), name, count);
    }

    private void add(String heading, List<CellKey> cells, List<String> lines) {
        if (!cells.isEmpty()) {
            lines.add(words.say(heading, cells.size()));
            cells.forEach(key ->
                    lines.add("  " + String.join("/", key.indicator(), key.area(), key.period(), key.breakdown())));
        }
    }
}
