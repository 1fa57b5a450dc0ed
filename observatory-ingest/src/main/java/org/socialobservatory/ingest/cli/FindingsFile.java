package org.socialobservatory.ingest.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.Intake;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.finding.Finding;
import tools.jackson.databind.json.JsonMapper;

/** All findings of a package as a table, CSV or, where the name of the file says so, JSON. */
final class FindingsFile {

    private FindingsFile() {}

    static void write(Path file, Intake intake) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".json")) {
                var rows = intake.findings().stream().map(FindingsFile::row).toList();
                var counts = new LinkedHashMap<String, Long>();
                intake.counts().forEach((rule, count) -> counts.put(rule.code(), count));
                Files.write(
                        file,
                        JsonMapper.builder().build().writeValueAsBytes(Map.of("counts", counts, "findings", rows)));
            } else {
                writeCsv(file, intake);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeCsv(Path file, Intake intake) throws IOException {
        try (var csv = CsvWriter.builder().build(file)) {
            boolean first = true;
            for (var finding : intake.findings()) {
                var row = row(finding);
                if (first) {
                    csv.writeRecord(row.keySet());
                    first = false;
                }
                csv.writeRecord(row.values().stream()
                        .map(value -> value == null ? "" : value.toString())
                        .toList());
            }
        }
    }

    private static Map<String, @Nullable Object> row(Finding finding) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("code", finding.rule().code());
        row.put("severity", finding.severity().code());
        row.put("resource", finding.place().resource());
        row.put("sheet", finding.place().sheet());
        row.put("row", finding.place().row());
        row.put("column", finding.place().column());
        row.put("value", finding.value());
        for (var language : Language.values()) {
            row.put("sentence_" + language.tag(), finding.sentence(language));
        }
        for (var language : Language.values()) {
            row.put("remedy_" + language.tag(), finding.remedy(language));
        }
        return row;
    }
}
