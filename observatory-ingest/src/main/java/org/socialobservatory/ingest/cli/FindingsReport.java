package org.socialobservatory.ingest.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.socialobservatory.ingest.Intake;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.finding.Severity;

/** The findings of a package: how often each rule was broken, and where first. */
final class FindingsReport {

    /** So many places of an error are named; a table of all findings can be asked for. */
    private static final int PLACES_OF_AN_ERROR = 10;
    /** So many of anything else: enough to see what the places have in common. */
    private static final int PLACES = 3;

    private final Intake intake;
    private final Words words;

    FindingsReport(Intake intake, Words words) {
        this.intake = intake;
        this.words = words;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        if (!intake.counts().isEmpty()) {
            lines.addAll(table());
            intake.counts().keySet().stream().sorted(GRAVEST_FIRST).forEach(rule -> lines.addAll(examples(rule)));
        }
        lines.add(words.say(
                "findings.sum",
                intake.count(Severity.ERROR),
                intake.count(Severity.WARNING),
                intake.count(Severity.INFO)));
        return lines;
    }

    private static final Comparator<FindingRule> GRAVEST_FIRST =
            Comparator.comparing(FindingRule::severity).thenComparing(FindingRule::code);

    private List<String> table() {
        var rows = intake.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(GRAVEST_FIRST))
                .map(entry -> List.of(
                        severity(entry.getKey().severity()), entry.getKey().code(), Long.toString(entry.getValue())))
                .toList();
        int first = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(1);
        int second = rows.stream().mapToInt(row -> row.get(1).length()).max().orElse(1);
        return rows.stream()
                .map(row -> String.format(
                        Locale.ROOT, "%-" + first + "s  %-" + second + "s  %9s", row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    private String severity(Severity severity) {
        return words.say("severity." + severity.code());
    }

    /** The first places, then how many more there are. */
    private List<String> examples(FindingRule rule) {
        int places = rule.severity() == Severity.ERROR ? PLACES_OF_AN_ERROR : PLACES;
        var found = intake.findings().stream()
                .filter(finding -> finding.rule() == rule)
                .limit(places)
                .toList();
        var lines = new ArrayList<String>();
        found.forEach(finding -> lines.add(line(finding, words)));
        long more = intake.counts().getOrDefault(rule, 0L) - found.size();
        if (more > 0) {
            lines.add("  " + words.say("findings.more", more));
        }
        found.stream()
                .findFirst()
                .map(finding -> finding.remedy(words.language()))
                .filter(remedy -> !remedy.isEmpty())
                .ifPresent(remedy -> lines.add("  → " + remedy));
        return lines;
    }

    /** A finding with its place. */
    static String line(Finding finding, Words words) {
        return place(finding) + finding.sentence(words.language());
    }

    private static String place(Finding finding) {
        var parts = new ArrayList<String>();
        var place = finding.place();
        if (place.resource() != null) {
            parts.add(place.resource());
        }
        if (place.sheet() != null) {
            parts.add(place.sheet());
        }
        if (place.row() != null) {
            parts.add(Long.toString(place.row()));
        }
        if (place.column() != null) {
            parts.add(place.column());
        }
        return parts.isEmpty() ? "" : String.join(":", parts) + ": ";
    }
}
