package org.socialobservatory.ingest.mapping.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.Responses.StatedDecision;
import org.socialobservatory.ingest.source.Dialect;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Node;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.ComparabilityDecision.Counterpart;

/**
 * Reads what persons decided about questions, in place or from a table: {@code question}, {@code with}, {@code verdict},
 * {@code reason} and {@code by}.
 */
final class ComparableReader {

    private static final List<String> KEYS = List.of("question", "with", "verdict", "reason", "by");
    /** Whether two questions are comparable, by the words that say so. */
    private static final Map<String, Boolean> VERDICTS = verdicts();

    private static final String FORM = "dataset/resource/question";

    private final PackageFiles files;
    private final Findings findings;
    private final List<StatedDecision> decisions = new ArrayList<>();

    ComparableReader(PackageFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    private static Map<String, Boolean> verdicts() {
        var verdicts = new LinkedHashMap<String, Boolean>();
        verdicts.put("same", true);
        verdicts.put("not", false);
        return verdicts;
    }

    List<StatedDecision> read(Section section, @Nullable RawFile table) {
        if (table != null) {
            table(table);
        } else if (!(section.node("comparable").orElse(null) instanceof Node.Text)) {
            section.sections("comparable").forEach(this::read);
        }
        return List.copyOf(decisions);
    }

    private void read(Section stated) {
        var said = new LinkedHashMap<String, String>();
        for (String key : KEYS) {
            var text = stated.text(key);
            if (text.isPresent()) {
                said.put(key, text.get());
            } else if (!stated.has(key)) {
                stated.missing(key);
            }
        }
        stated.close(FindingRule.KEY_UNKNOWN);
        if (said.size() == KEYS.size()) {
            decide(said, stated::place, stated.path() + ".");
        }
    }

    private void table(RawFile file) {
        var table = Tables.open(file, Dialect.DETECTED, Place.of(file.path()), files, findings)
                .orElse(null);
        if (table == null) {
            return;
        }
        var columns = table.columns();
        boolean complete = true;
        for (String key : KEYS) {
            if (!columns.contains(key)) {
                var nearest = Spelling.nearestText(key, columns);
                findings.add(FindingRule.COLUMN_MISSING, table.place().column(key), null, key, nearest);
                complete = false;
            }
        }
        if (complete) {
            table.rows(findings, (row, values, _) -> {
                var said = new LinkedHashMap<String, String>();
                for (String key : KEYS) {
                    var text = values[columns.indexOf(key)].strip();
                    if (text.isEmpty()) {
                        findings.add(
                                FindingRule.CODE_MISSING, table.place().row(row).column(key), null, key);
                    } else {
                        said.put(key, text);
                    }
                }
                if (said.size() == KEYS.size()) {
                    decide(said, key -> table.place().row(row).column(key), "");
                }
                return true;
            });
        }
    }

    /** @param path of the section in the description, before its keys */
    private void decide(Map<String, String> said, Function<String, Place> places, String path) {
        var verdict = VERDICTS.get(said.get("verdict"));
        if (verdict == null) {
            refuse("verdict", said, places, path, String.join(", ", VERDICTS.keySet()));
        }
        var with = Counterpart.of(said.getOrDefault("with", "")).orElse(null);
        if (with == null) {
            refuse("with", said, places, path, FORM);
        }
        if (verdict != null && with != null) {
            decisions.add(new StatedDecision(
                    said.getOrDefault("question", ""),
                    with,
                    verdict,
                    said.getOrDefault("reason", ""),
                    said.getOrDefault("by", ""),
                    places.apply("question")));
        }
    }

    private void refuse(
            String key, Map<String, String> said, Function<String, Place> places, String path, String allowed) {
        var value = said.getOrDefault(key, "");
        findings.add(FindingRule.VALUE_NOT_ALLOWED, places.apply(key), value, path + key, value, allowed);
    }
}
