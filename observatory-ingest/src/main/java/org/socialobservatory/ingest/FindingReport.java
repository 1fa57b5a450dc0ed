package org.socialobservatory.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes findings as CSV and JSON, each with its sentence and remedy in the three languages. */
public final class FindingReport {

    private static final List<String> COLUMNS = List.of(
            "code",
            "severity",
            "resource",
            "sheet",
            "row",
            "column",
            "value",
            "fr",
            "ar",
            "en",
            "remedy_fr",
            "remedy_ar",
            "remedy_en");
    /** A cell that begins with one of these is a formula to a spreadsheet. */
    private static final String FORMULA = "=+-@\t\r";

    private FindingReport() {}

    /** CSV (RFC 4180), UTF-8 without byte order mark, one line for each finding. */
    public static void csv(List<Finding> findings, Writer out) {
        try (var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.REQUIRED)
                .build(out)) {
            csv.writeRecord(COLUMNS);
            for (Finding finding : findings) {
                var place = finding.place();
                csv.writeRecord(
                        finding.rule().code(),
                        finding.severity().code(),
                        text(place.resource()),
                        text(place.sheet()),
                        place.row() == null ? "" : String.valueOf(place.row()),
                        text(place.column()),
                        text(finding.value()),
                        finding.sentence(Language.FR),
                        finding.sentence(Language.AR),
                        finding.sentence(Language.EN),
                        finding.remedy(Language.FR),
                        finding.remedy(Language.AR),
                        finding.remedy(Language.EN));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What stood in somebody's file is opened in somebody else's spreadsheet. */
    private static String text(@Nullable String found) {
        if (found == null) {
            return "";
        }
        return !found.isEmpty() && FORMULA.indexOf(found.charAt(0)) >= 0 ? "'" + found : found;
    }

    /**
     * JSON: {@code {counts: {code: n}, findings: […]}}.
     *
     * @param counts how often each rule was broken, those beyond the findings kept counted
     */
    public static void json(List<Finding> findings, Map<FindingRule, Long> counts, Writer out) {
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("counts");
            counts.forEach((rule, count) -> json.writeNumberProperty(rule.code(), count));
            json.writeEndObject();
            json.writeArrayPropertyStart("findings");
            findings.forEach(finding -> finding(finding, json));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void finding(Finding finding, JsonGenerator json) {
        var place = finding.place();
        json.writeStartObject();
        json.writeStringProperty("code", finding.rule().code());
        json.writeStringProperty("severity", finding.severity().code());
        json.writeStringProperty("resource", place.resource());
        json.writeStringProperty("sheet", place.sheet());
        if (place.row() == null) {
            json.writeNullProperty("row");
        } else {
            json.writeNumberProperty("row", place.row());
        }
        json.writeStringProperty("column", place.column());
        json.writeStringProperty("value", finding.value());
        for (Language language : Language.values()) {
            json.writeStringProperty(language.tag(), finding.sentence(language));
        }
        json.writeObjectPropertyStart("remedy");
        for (Language language : Language.values()) {
            json.writeStringProperty(language.tag(), finding.remedy(language));
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
