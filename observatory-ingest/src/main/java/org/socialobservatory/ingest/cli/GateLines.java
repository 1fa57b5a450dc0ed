package org.socialobservatory.ingest.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ingest.gate.GateReport;

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
        report.reasons().forEach((key, count) -> lines.add("  " + line(key, count)));
        if (report.respondentsHidden() > 0) {
            lines.add(words.say("gate.respondents", report.respondentsHidden(), report.fewestRespondents()));
        }
        for (var key : report.unprotected()) {
            lines.add("  " + String.join("/", key.indicator(), key.area(), key.period(), key.breakdown()));
        }
        for (var key : report.shownEarlier()) {
            lines.add("  " + String.join("/", key.indicator(), key.area(), key.period(), key.breakdown()));
        }
        return lines;
    }

    private String line(String key, long count) {
        int at = key.indexOf(GateCounts.OF_LEVEL);
        var reason = words.say("gate.reason." + key.substring(0, at));
        return String.format(Locale.ROOT, "%s, %s: %d", reason, key.substring(at + 1), count);
    }
}
