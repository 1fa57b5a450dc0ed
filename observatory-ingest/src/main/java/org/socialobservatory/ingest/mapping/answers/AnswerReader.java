package org.socialobservatory.ingest.mapping.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ingest.mapping.FieldCheck;
import org.socialobservatory.ingest.mapping.Known;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ingest.mapping.description.ResourceDescription;
import org.socialobservatory.ingest.mapping.description.Responses;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.Questionnaire;

/** Reads a table of answers: who answers, from where, what; hands on nothing personal. */
public final class AnswerReader {

    /** More versions than these of one form are no versions. */
    private static final int MOST_VERSIONS = 100;

    private final ResourceDescription resource;
    private final Responses responses;
    private final Table table;
    private final RowFindings findings;
    private final @Nullable String formVersion;
    private final @Nullable AnswerReader parent;
    private final Pseudonyms pseudonyms;
    private final Headers headers;
    private final AnswerPlan plan;
    private final Sample sample;
    private final @Nullable Whereabouts whereabouts;
    private final @Nullable Occasion occasion;
    private final Map<String, Map<String, Respondent>> byKey = new LinkedHashMap<>();
    private final Map<String, Long> units = new HashMap<>();
    private final Map<String, Long> otherVersions = new LinkedHashMap<>();
    private long taken;
    private final Erased erased;
    private long orphans;
    private long leftOut;

    /** What answers may speak of, and the salt that hides who gives them. */
    public record Surroundings(Known known, Territory territory, Pseudonyms pseudonyms, Erased erased) {}

    /**
     * @param parent the reader of the table to which each row belongs; null where there is none
     * @param keys columns by which rows of other tables belong to rows of this one
     */
    public AnswerReader(
            ResourceDescription resource,
            Responses responses,
            Optional<Questionnaire> questionnaire,
            Table table,
            @Nullable AnswerReader parent,
            List<String> keys,
            Surroundings around,
            RowFindings findings) {
        this.resource = resource;
        this.responses = responses;
        this.table = table;
        this.findings = findings;
        this.formVersion = questionnaire.map(Questionnaire::version).orElse(null);
        this.parent = parent;
        this.pseudonyms = around.pseudonyms();
        this.erased = around.erased();
        this.headers = new Headers(table);
        var schema = resource.schema();
        var marks = AnswerPlan.marks(resource, table);
        this.sample = new Sample(responses.design(), headers, schema.missingValues(), marks, findings);
        this.whereabouts = responses.area() == null
                ? null
                : new Whereabouts(
                        responses.area(),
                        headers,
                        around.known(),
                        around.territory(),
                        schema.missingValues(),
                        findings);
        this.occasion = responses.period() == null ? null : new Occasion(responses.period(), headers, schema, findings);
        keys.forEach(key -> byKey.put(key, new HashMap<>()));
        this.plan = new AnswerPlan(resource, responses, questionnaire, headers, marks, findings);
        plan.useForDesign(sample.columns());
        if (whereabouts != null && whereabouts.positioned()) {
            plan.hide(whereabouts.columns());
        }
        if (parent != null
                && responses.parent() != null
                && parent.hidesKey(responses.parent().key())) {
            plan.hash(headers.find(responses.parent().column()));
        }
        keys.forEach(key -> plan.keep(headers.require(key, findings.findings())));
        if (responses.parent() != null) {
            plan.keep(headers.require(responses.parent().column(), findings.findings()));
        }
        plan.settle();
    }

    /** The variables that are stored. */
    public List<StoredVariable> variables() {
        return plan.variables();
    }

    /** Answers that were handed on. */
    public long taken() {
        return taken;
    }

    private boolean hidesKey(String key) {
        int column = headers.find(key);
        return column >= 0 && plan.personal(column);
    }

    /** The weight of every answer where none has its own: 1 of a census, N/n of a simple random sample; else NaN. */
    public double commonWeight() {
        if (parent != null && !sample.weighs()) {
            return parent.commonWeight();
        }
        var population = responses.design().population();
        return switch (responses.design().kind()) {
            case WEIGHTED -> Double.NaN;
            case SRS -> population == null || taken == 0 ? Double.NaN : population.doubleValue() / taken;
            case CENSUS -> 1;
        };
    }

    /** The size or fraction for the correction where no answer has its own; NaN where there is none. */
    public double commonFpc() {
        if (parent != null && !sample.corrects()) {
            return parent.commonFpc();
        }
        var design = responses.design();
        return switch (design.kind()) {
            case WEIGHTED -> Double.NaN;
            case SRS ->
                design.population() == null ? Double.NaN : design.population().doubleValue();
            case CENSUS -> 1;
        };
    }

    /**
     * Hands the answers on. Nothing is read where a column is missing or repeated: every row would say so, and what
     * must not be stored could not be told from the rest.
     *
     * @return whether they were read
     */
    public boolean read(AnswerSink sink) throws IOException {
        plan.report(table);
        if (findings.findings().stops()) {
            return false;
        }
        sink.begin(plan.keptTitles(), plan.variables());
        try {
            table.rows(findings.findings(), new Rows(sink));
        } catch (UncheckedIOException unwritable) {
            throw Objects.requireNonNull(unwritable.getCause());
        }
        summarise();
        return true;
    }

    /** What may be kept of a row: nothing personal, and of a row of the wrong width nothing at all. */
    public String[] withoutPersonal(String[] values) {
        if (values.length != headers.size()) {
            return new String[0];
        }
        var kept = values.clone();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = plan.kept(i) ? plan.hashed(i) ? hashed(kept[i]) : kept[i] : "";
        }
        return kept;
    }

    private String hashed(String text) {
        return text.isBlank() ? "" : pseudonyms.of(text);
    }

    private void summarise() {
        if (whereabouts != null) {
            whereabouts.summarise();
        }
        if (orphans > 0) {
            findings.findings()
                    .add(
                            FindingRule.ROWS_REFUSED,
                            findings.place(),
                            null,
                            String.valueOf(orphans),
                            FindingRule.ANSWER_WITHOUT_PARENT.code());
        }
        if (leftOut > 0) {
            findings.findings().add(FindingRule.ANSWERS_ERASED, findings.place(), null, String.valueOf(leftOut));
        }
        otherVersions.forEach((version, count) -> findings.findings()
                .add(
                        FindingRule.FORM_VERSION_DIFFERS,
                        findings.place().column(headers.title(headers.version())),
                        version,
                        version,
                        String.valueOf(formVersion),
                        String.valueOf(count)));
    }

    /** Takes the rows of the table. */
    private final class Rows implements Table.RowReader {
        private final AnswerSink sink;
        private final List<String> kept = new ArrayList<>();
        private final AnswerRow row = new AnswerRow(plan.variables().size());
        private final @Nullable FieldCheck fields;
        private final int version = formVersion == null ? Headers.NONE : headers.version();
        private final int unit;
        private final boolean unitHidden;
        private final int parentColumn;
        private final Map<String, Respondent> parentRows;
        private final List<Integer> keyColumns = new ArrayList<>();

        Rows(AnswerSink sink) {
            this.sink = sink;
            this.fields = plan.fieldCheck(table, resource, findings);
            int key = byKey.isEmpty()
                    ? Headers.NONE
                    : headers.find(byKey.keySet().iterator().next());
            this.unit = key >= 0 ? key : plan.unit();
            this.unitHidden = unit >= 0 && plan.personal(unit);
            byKey.keySet().forEach(name -> keyColumns.add(headers.find(name)));
            var belongs = responses.parent();
            this.parentColumn = belongs == null ? Headers.NONE : headers.find(belongs.column());
            this.parentRows =
                    belongs == null || parent == null ? Map.of() : parent.byKey.getOrDefault(belongs.key(), Map.of());
        }

        @Override
        public boolean row(long number, String[] values, @Nullable Geometry geometry) {
            findings.countRow();
            try {
                if (isErased(number, values)) {
                    leftOut++;
                    remember(values, Respondent.ERASED);
                } else {
                    received(number, values);
                    take(number, values);
                }
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            return true;
        }

        @Override
        public void refused(long number, FindingRule rule, List<String> fields) {
            findings.countRow();
            findings.refuse(number, rule);
        }

        /** Whether somebody has asked to erase this answer, or the one to which it belongs. */
        private boolean isErased(long number, String[] values) {
            if (parentColumn >= 0 && Respondent.ERASED.equals(parentRows.get(values[parentColumn].strip()))) {
                return true;
            }
            var text = unit < 0 ? String.valueOf(number) : values[unit].strip();
            var key = unitHidden && !text.isEmpty() ? pseudonyms.of(text) : text;
            return erased.contains(
                    resource.name(), key, unit >= 0, resource.file().sha256());
        }

        private void received(long number, String[] values) throws IOException {
            kept.clear();
            for (int column : plan.keptColumns()) {
                kept.add(plan.hashed(column) ? hashed(values[column]) : values[column]);
            }
            sink.received(number, kept);
        }

        private void take(long number, String[] values) throws IOException {
            row.clear(number);
            if (version >= 0) {
                countVersion(values[version].strip());
            }
            boolean holds = fields == null || fields.holds(number, values, plan.hidden());
            if (holds) {
                for (Cell cell : plan.cells()) {
                    holds &= cell.read(values, row, findings);
                }
            }
            if (plan.person() >= 0) {
                var person = values[plan.person()].strip();
                if (!person.isEmpty()) {
                    row.text(plan.personSlot(), pseudonyms.of(person));
                }
            }
            var respondent = respondent(number, values);
            holds &= respondent != null;
            remember(values, holds && respondent != null ? respondent : Respondent.UNKNOWN);
            if (holds && respondent != null) {
                row.respondent(respondent);
                sink.answer(row);
                taken++;
            }
        }

        private void countVersion(String text) {
            if (!text.isEmpty() && !text.equals(formVersion) && otherVersions.size() < MOST_VERSIONS) {
                otherVersions.merge(text, 1L, Long::sum);
            }
        }

        /** Who answers; null, with a finding or a count, where the row is at fault. */
        private @Nullable Respondent respondent(long number, String[] values) {
            var above = Respondent.UNKNOWN;
            var belongs = responses.parent();
            if (belongs != null && parent != null) {
                var found = above(belongs, number, values);
                if (found == null) {
                    return null;
                }
                above = found;
            }
            var key = unit(number, values);
            double weight = sample.weighs() ? sample.weight(values, number) : above.weight();
            var stratum = sample.stratified() ? sample.stratum(values, number) : above.stratum();
            var own = above.cluster() == null && belongs != null ? above.unit() : above.cluster();
            var cluster = sample.clustered() ? sample.cluster(values, number) : own;
            double fpc = sample.corrects() ? sample.fpc(values, number) : above.fpc();
            var area = whereabouts == null ? above.area() : whereabouts.area(values, number);
            var period = occasion == null ? above.period() : occasion.period(values, number);
            boolean complete = key != null
                    && (!sample.weighs() || !Double.isNaN(weight))
                    && (!sample.stratified() || stratum != null)
                    && (!sample.clustered() || cluster != null)
                    && (!sample.corrects() || !Double.isNaN(fpc))
                    && !Whereabouts.REFUSED.equals(area)
                    && (occasion == null || period != null);
            if (!complete || key == null) {
                return null;
            }
            var parentKey = belongs == null ? null : above.unit();
            return new Respondent(key, parentKey, household(key, above), weight, stratum, cluster, fpc, area, period);
        }

        private @Nullable String household(String key, Respondent above) {
            if (responses.unit() == Responses.Unit.HOUSEHOLD) {
                return key;
            }
            if (parent == null) {
                return null;
            }
            return parent.responses.unit() == Responses.Unit.HOUSEHOLD ? above.unit() : above.household();
        }

        private @Nullable Respondent above(Responses.Parent belongs, long number, String[] values) {
            var found = parentRows.get(values[parentColumn].strip());
            if (found == null) {
                findings.add(
                        FindingRule.ANSWER_WITHOUT_PARENT,
                        number,
                        belongs.column(),
                        null,
                        belongs.column(),
                        belongs.resource());
            } else if (found.equals(Respondent.UNKNOWN)) {
                orphans++;
                return null;
            }
            return found;
        }

        /** The key of a row, which no other row may have; null, with a finding, where it has none. */
        private @Nullable String unit(long number, String[] values) {
            if (unit < 0) {
                return String.valueOf(number);
            }
            var text = values[unit].strip();
            if (text.isEmpty()) {
                findings.add(FindingRule.CODE_MISSING, number, headers.title(unit), null, headers.title(unit));
                return null;
            }
            var key = unitHidden ? pseudonyms.of(text) : text;
            var first = units.putIfAbsent(key, number);
            if (first != null) {
                var title = headers.title(unit);
                findings.add(FindingRule.ANSWER_TWICE, number, title, null, title, String.valueOf(first));
                return null;
            }
            return key;
        }

        private void remember(String[] values, Respondent respondent) {
            int position = 0;
            for (Map<String, Respondent> rows : byKey.values()) {
                var text = values[keyColumns.get(position++)].strip();
                if (!text.isEmpty()) {
                    rows.putIfAbsent(text, respondent);
                }
            }
        }
    }
}
