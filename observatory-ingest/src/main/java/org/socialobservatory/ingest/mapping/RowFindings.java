package org.socialobservatory.ingest.mapping;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.ResourceDescription;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.finding.Severity;

/** The findings of one resource, with the rows that they refuse where the package tolerates some. */
public final class RowFindings {

    private final ResourceDescription resource;
    private final Place place;
    private final Findings findings = new Findings();
    private final Map<Long, FindingRule> refused = new LinkedHashMap<>();
    private long rows;
    private long repeats;
    private long firstRepeat;

    public RowFindings(ResourceDescription resource, Place place) {
        this.resource = resource;
        this.place = place;
    }

    public Place place() {
        return place;
    }

    /** For what concerns the file as a whole. */
    public Findings findings() {
        return findings;
    }

    /** Counts a data row. */
    public void countRow() {
        rows++;
    }

    /** Counts data rows that were read before. */
    public void countRows(long many) {
        rows += many;
    }

    /** Data rows read so far. */
    public long rows() {
        return rows;
    }

    /** Counts a row that says again what an earlier one has said. */
    public void repeat(long row) {
        firstRepeat = repeats++ == 0 ? row : firstRepeat;
    }

    /** Notes what is wrong in a row. */
    public void add(FindingRule rule, long row, @Nullable String column, @Nullable String value, String... arguments) {
        var at = place.row(row);
        findings.add(rule, column == null ? at : at.column(column), value, arguments);
        if (rule.severity() == Severity.ERROR && !resource.tolerance().isEmpty()) {
            refused.putIfAbsent(row, rule);
        }
    }

    /** Whether a row broke a rule, so that nothing of it is published; known only where the package tolerates some. */
    public boolean refuses(long row) {
        return !refused.isEmpty() && refused.containsKey(row);
    }

    /** Refuses a row for a rule whose finding stands elsewhere. */
    public void refuse(long row, FindingRule rule) {
        if (!resource.tolerance().isEmpty()) {
            refused.putIfAbsent(row, rule);
        }
    }

    /**
     * Hands the findings on, those that the package tolerates as one warning each.
     *
     * @return row to first rule broken, of the rows that are left out with the package's leave
     */
    public Map<Long, FindingRule> settle(Findings all) {
        if (repeats > 0) {
            findings.add(FindingRule.ROWS_REPEATED, place, null, String.valueOf(repeats), String.valueOf(firstRepeat));
        }
        var tolerated = new EnumMap<FindingRule, Long>(FindingRule.class);
        resource.tolerance().forEach((rule, allowance) -> {
            long count = findings.count(rule);
            if (count > 0 && allowance.allows(count, rows)) {
                tolerated.put(rule, count);
            }
        });
        all.addAll(findings, tolerated.keySet());
        tolerated.forEach(
                (rule, count) -> all.add(FindingRule.ROWS_REFUSED, place, null, String.valueOf(count), rule.code()));
        refused.values().removeIf(rule -> !tolerated.containsKey(rule));
        return refused;
    }
}
