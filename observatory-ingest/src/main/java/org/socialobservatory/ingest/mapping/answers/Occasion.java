package org.socialobservatory.ingest.mapping.answers;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.Periods;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ingest.mapping.description.Binding;
import org.socialobservatory.ingest.mapping.description.Responses.Dating;
import org.socialobservatory.ingest.mapping.description.Schema;
import org.socialobservatory.ontology.finding.FindingRule;

/** Finds the period in which a respondent answered. */
final class Occasion {

    /** More texts than these are hardly days. */
    private static final int MOST_REMEMBERED = 100_000;

    private final Dating dating;
    private final Headers headers;
    private final Set<String> missing;
    private final RowFindings findings;
    private final int column;
    private final @Nullable String format;
    private final Map<String, String> remembered = new HashMap<>();

    Occasion(Dating dating, Headers headers, Schema schema, RowFindings findings) {
        this.dating = dating;
        this.headers = headers;
        this.missing = schema.missingValues();
        this.findings = findings;
        this.column = dating.period() instanceof Binding.Column(String name, var _, var _)
                ? headers.require(name, findings.findings())
                : Headers.NONE;
        this.format = column < 0
                ? null
                : schema.field(headers.title(column)).map(Schema.Field::format).orElse(null);
    }

    int column() {
        return column;
    }

    /** The period of a row; null, with a finding, where it has none. */
    @Nullable
    String period(String[] values, long row) {
        var text = dating.period() instanceof Binding.Literal(String literal) ? literal : values[column].strip();
        var known = remembered.get(text);
        if (known != null) {
            return known;
        }
        var title = column < 0 ? null : headers.title(column);
        if (text.isEmpty() || missing.contains(text)) {
            findings.add(FindingRule.CODE_MISSING, row, title, null, "period");
            return null;
        }
        var period = Periods.code(text, format, dating.as());
        if (period.isEmpty()) {
            findings.add(Periods.fault(text), row, title, text, text);
            return null;
        }
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(text, period.get());
        }
        return period.get();
    }
}
