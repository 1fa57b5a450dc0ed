package org.socialobservatory.ingest.mapping.answers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.FieldCheck;
import org.socialobservatory.ingest.mapping.Numerals;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ingest.mapping.description.ResourceDescription;
import org.socialobservatory.ingest.mapping.description.Responses;
import org.socialobservatory.ingest.mapping.description.Schema;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Variable;

/** What is done with each column of a table of answers: stored, hashed, or never written. */
final class AnswerPlan {

    /** So many rows are enough to see how numbers are written. */
    private static final int SAMPLED_ROWS = 2_000;

    private final ResourceDescription resource;
    private final Headers headers;
    private final AnswerColumns columns;
    private final Numerals numerals;
    private final RowFindings findings;
    private final boolean undescribed;
    private final BitSet dropped = new BitSet();
    private final BitSet hashed = new BitSet();
    private final BitSet used = new BitSet();
    private final BitSet replicates = new BitSet();
    private final BitSet keys = new BitSet();
    private final List<String> identifying = new ArrayList<>();
    private final List<String> unasked = new ArrayList<>();
    private final List<StoredVariable> variables = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Integer> kept = new ArrayList<>();
    private final BitSet hidden = new BitSet();
    private final int person;
    private int personSlot;

    AnswerPlan(
            ResourceDescription resource,
            Responses responses,
            Optional<Questionnaire> questionnaire,
            Headers headers,
            Numerals numerals,
            RowFindings findings) {
        this.resource = resource;
        this.headers = headers;
        this.numerals = numerals;
        this.findings = findings;
        this.columns = new AnswerColumns(headers, questionnaire, resource.schema());
        this.undescribed = questionnaire.isEmpty() && resource.schema().fields().isEmpty();
        responses.personal().dropped().forEach(this::drop);
        var named = responses.personal().person();
        this.person = named == null ? Headers.NONE : headers.require(named, findings.findings());
        if (person >= 0) {
            hashed.set(person);
        }
        for (int i = 0; i < headers.size(); i++) {
            if (columns.identifying(i) && !dropped.get(i) && !hashed.get(i)) {
                dropped.set(i);
                identifying.add(headers.title(i));
            }
        }
        resource.schema().fields().forEach(field -> headers.require(field.name(), findings.findings()));
        if (responses.design().replicates() != null) {
            for (String name : responses.design().replicates().columns()) {
                int column = headers.require(name, findings.findings());
                if (column >= 0) {
                    replicates.set(column);
                }
            }
        }
    }

    /** A column that is named as personal must be there: a misspelt one would be kept. */
    private void drop(String name) {
        var parts = headers.partsOfPoint(name);
        parts.forEach(dropped::set);
        int column = parts.isEmpty() ? headers.require(name, findings.findings()) : headers.find(name);
        if (column >= 0) {
            dropped.set(column);
        }
    }

    /** Columns that the sample design reads are stored too, for expressions and margins. */
    void useForDesign(List<Integer> read) {
        read.forEach(used::set);
    }

    /** Columns that tell where somebody lives. */
    void hide(List<Integer> positions) {
        for (int column : positions) {
            if (!dropped.get(column)) {
                dropped.set(column);
                identifying.add(headers.title(column));
            }
        }
    }

    void hash(int column) {
        if (column >= 0) {
            hashed.set(column);
        }
    }

    /** A column by which tables belong together is kept in what is received, hashed where it is personal. */
    void keep(int column) {
        if (column >= 0) {
            keys.set(column);
            if (dropped.get(column)) {
                hashed.set(column);
            }
        }
    }

    /** Decides for every column. */
    void settle() {
        if (unit() >= 0 && dropped.get(unit())) {
            hashed.set(unit());
        }
        hidden.or(dropped);
        hidden.or(hashed);
        var names = new HashSet<String>();
        for (int i = 0; i < headers.size(); i++) {
            if (hashed.get(i) || (!dropped.get(i) && known(i))) {
                kept.add(i);
            }
            if (!dropped.get(i) && !hashed.get(i)) {
                if (stored(i)) {
                    store(i, names);
                } else if (!known(i)) {
                    unasked.add(headers.title(i));
                }
            }
        }
        if (person >= 0) {
            personSlot = variables.size();
            variables.add(new StoredVariable(
                    unique(headers.title(person), headers.title(person), names), Variable.Type.TEXT, null, null));
        }
    }

    private boolean known(int column) {
        return undescribed || columns.known(column) || used.get(column) || replicates.get(column) || keys.get(column);
    }

    private boolean stored(int column) {
        return columns.holdsVariable(column)
                || used.get(column)
                || replicates.get(column)
                || (undescribed
                        && !headers.added(column)
                        && !keys.get(column)
                        && !headers.title(column).isEmpty());
    }

    private void store(int column, Set<String> names) {
        var match = columns.of(column).orElse(null);
        var field = columns.field(column).orElse(null);
        var title = headers.title(column);
        var own = match == null ? last(title) : match.variable().name();
        var full = match == null ? title : match.variable().fullName();
        var type = type(column, field, match);
        var question = match == null || match.question() == null ? null : match.question();
        var list = match == null ? null : match.list();
        var variable = new StoredVariable(
                unique(own, full, names),
                type,
                question == null ? null : question.fullName(),
                list == null ? null : list.name());
        var constraint = question == null ? null : question.logic().constraint();
        var reading = new Cell.Reading(
                list == null ? null : new Choices(list, question != null && question.orOther()),
                constraint == null ? null : AnswerConstraint.of(constraint),
                constraint,
                field == null ? null : field.format(),
                numerals(field),
                resource.schema().missingValues(),
                match == null ? List.of() : columns.split(match.variable()));
        cells.add(new Cell(column, title, variables.size(), variable, reading));
        variables.add(variable);
    }

    private Numerals numerals(Schema.@Nullable Field field) {
        var marks = field == null ? Schema.NumberMarks.UNDECLARED : field.marks();
        if (marks.decimal() == null && marks.group() == null) {
            return numerals;
        }
        char decimal = marks.decimal() == null ? numerals.decimal() : marks.decimal();
        return new Numerals(decimal, marks.group() == null ? '\0' : marks.group());
    }

    private Variable.Type type(int column, Schema.@Nullable Field field, AnswerColumns.@Nullable Matched match) {
        if (match != null && match.list() != null) {
            return match.variable().type();
        }
        if (replicates.get(column)) {
            return Variable.Type.NUMBER;
        }
        if (field == null) {
            return match == null ? Variable.Type.OPEN : match.variable().type();
        }
        return switch (field.type()) {
            case NUMBER -> Variable.Type.NUMBER;
            case INTEGER, YEAR -> Variable.Type.WHOLE;
            case BOOLEAN -> Variable.Type.FLAG;
            case DATE -> Variable.Type.DAY;
            case STRING, DATETIME, YEARMONTH, GEOPOINT, GEOJSON -> Variable.Type.TEXT;
            case ANY -> match == null ? Variable.Type.OPEN : match.variable().type();
        };
    }

    /** The last part of a title behind its groups. */
    private static String last(String title) {
        return title.substring(title.lastIndexOf('/') + 1);
    }

    /** A name of its own: the short one, else the full one, else with a number; the vault's own names are not free. */
    private static String unique(String own, String full, Set<String> names) {
        var free = own.isEmpty() || own.charAt(0) == StoredVariable.RESERVED ? "v" + own : own;
        var wanted = names.contains(fold(free)) ? Headers.path(full).replace('/', '_') : free;
        var name = wanted;
        for (int i = 2; !names.add(fold(name)); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    /** Stores do not tell upper from lower case. */
    private static String fold(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    /** Says what is left out. */
    void report(Table table) {
        var all = findings.findings();
        if (!identifying.isEmpty()) {
            all.add(FindingRule.IDENTIFYING_DROPPED, table.place(), null, String.join(", ", identifying));
        }
        if (!unasked.isEmpty()) {
            all.add(FindingRule.COLUMNS_UNASKED, table.place(), null, String.join(", ", unasked));
        }
    }

    List<StoredVariable> variables() {
        return List.copyOf(variables);
    }

    List<Cell> cells() {
        return cells;
    }

    List<Integer> keptColumns() {
        return kept;
    }

    List<String> keptTitles() {
        return kept.stream().map(headers::title).toList();
    }

    boolean kept(int column) {
        return kept.contains(column);
    }

    boolean hashed(int column) {
        return hashed.get(column);
    }

    /** Whether nothing of a column may be shown or stored as it is. */
    boolean personal(int column) {
        return dropped.get(column) || hashed.get(column);
    }

    /** The columns of which nothing may be shown. */
    BitSet hidden() {
        return hidden;
    }

    int person() {
        return person;
    }

    int personSlot() {
        return personSlot;
    }

    /** The column that names an answer: what the package says, else what the export adds. */
    int unit() {
        var key = resource.schema().primaryKey();
        int declared = key.size() == 1 ? headers.find(key.getFirst()) : Headers.NONE;
        return declared >= 0 ? declared : headers.key();
    }

    /** Checks what the schema declares; null where it declares nothing. */
    @Nullable
    FieldCheck fieldCheck(Table table, ResourceDescription described, RowFindings rows) {
        var schema = described.schema();
        var fields = schema.fields().stream()
                .filter(field -> {
                    int column = headers.find(field.name());
                    return column >= 0 && !personal(column);
                })
                .toList();
        return fields.isEmpty()
                ? null
                : FieldCheck.of(table, new Schema(fields, schema.missingValues(), List.of()), described.marks(), rows);
    }

    /** How the numbers of a table are written: as declared, else as its first rows show. */
    static Numerals marks(ResourceDescription resource, Table table) {
        var declared = resource.marks();
        if (declared.decimal() != null || declared.group() != null || !table.written()) {
            char group = declared.group() == null ? '\0' : declared.group();
            return new Numerals(declared.decimal() == null ? '.' : declared.decimal(), group);
        }
        var comma = new Numerals(',', '\0');
        var seen = new int[3];
        table.rows(new Findings(), (_, values, _) -> {
            for (String value : values) {
                if (value.indexOf(',') >= 0 && comma.parse(value.strip()) != null) {
                    seen[1]++;
                } else if (value.indexOf('.') >= 0 && Numerals.POINT.parse(value.strip()) != null) {
                    seen[0]++;
                }
            }
            return ++seen[2] < SAMPLED_ROWS;
        });
        return seen[1] > seen[0] ? comma : Numerals.POINT;
    }
}
