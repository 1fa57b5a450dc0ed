package org.socialobservatory.ingest.mapping.description;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socialobservatory.ingest.mapping.description.SampleDesign.Margin;
import org.socialobservatory.ingest.source.Dialect;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * Reads known totals of a population: a column {@code total} and a column for each variable. The rows that fill in the
 * same variables are one margin, so that one file may hold several.
 */
final class MarginTable {

    private static final String TOTAL = "total";

    private final PackageFiles files;
    private final Findings findings;

    MarginTable(PackageFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    List<Margin> read(RawFile file) {
        var table = Tables.open(file, Dialect.DETECTED, Place.of(file.path()), files, findings)
                .orElse(null);
        if (table == null) {
            return List.of();
        }
        var columns = table.columns();
        int total = columns.indexOf(TOTAL);
        if (total < 0) {
            var nearest = Spelling.nearestText(TOTAL, columns);
            findings.add(FindingRule.COLUMN_MISSING, table.place().column(TOTAL), null, TOTAL, nearest);
            return List.of();
        }
        Map<List<String>, Map<List<String>, BigDecimal>> margins = new LinkedHashMap<>();
        table.rows(findings, (row, values, _) -> {
            var variables = new ArrayList<String>();
            var key = new ArrayList<String>();
            for (int i = 0; i < values.length; i++) {
                if (i != total && !values[i].isBlank()) {
                    variables.add(columns.get(i));
                    key.add(values[i].strip());
                }
            }
            var text = values[total].strip();
            var number = SampleDesignReader.number(text);
            var place = table.place().row(row).column(TOTAL);
            if (number == null) {
                findings.add(FindingRule.NUMBER_MALFORMED, place, text, text);
                return true;
            }
            if (margins.computeIfAbsent(variables, _ -> new LinkedHashMap<>()).put(key, number) != null) {
                findings.add(FindingRule.CODE_REPEATED, place, null, String.join(", ", key), String.valueOf(row));
            }
            return true;
        });
        return margins.entrySet().stream()
                .map(margin -> new Margin(margin.getKey(), margin.getValue()))
                .toList();
    }
}
