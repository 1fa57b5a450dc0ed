package org.socialobservatory.ingest.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.Schema;
import org.socialobservatory.ingest.mapping.description.Schema.Constraints;
import org.socialobservatory.ingest.mapping.description.Schema.Field;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.period.Period;

/** Checks rows against the types and constraints that a package declares (Table Schema). */
public final class FieldCheck {

    private final List<Checked> checked = new ArrayList<>();
    private final Set<String> missingValues;
    private final int[] key;
    private final Map<List<String>, Keyed> keys = new HashMap<>();
    private final RowFindings findings;

    /** A column with something to check. */
    private record Checked(
            int column, Field field, @Nullable Numerals numerals, Set<String> seen) {}

    /**
     * The first row of a key.
     *
     * @param content hash of all its columns
     */
    private record Keyed(long row, int content) {}

    /** Checks what a schema declares of the columns of a table. */
    public static FieldCheck of(Table table, Schema schema, Schema.NumberMarks marks, RowFindings findings) {
        return new FieldCheck(table, new Columns(table), schema, marks, Set.of(), findings);
    }

    /**
     * @param numbers columns whose numbers are read and checked as figures anyway
     */
    FieldCheck(
            Table table,
            Columns columns,
            Schema schema,
            Schema.NumberMarks marks,
            Set<String> numbers,
            RowFindings findings) {
        this.findings = findings;
        this.missingValues = schema.missingValues();
        for (Field field : schema.fields()) {
            if (!columns.has(field.name())) {
                columns.find(field.name(), findings.findings());
                continue;
            }
            boolean plain = field.type() == Schema.Type.STRING
                    || field.type() == Schema.Type.ANY
                    || (isNumber(field) && numbers.contains(field.name()));
            if (!plain || !field.constraints().equals(Constraints.NONE)) {
                int column = table.columns().indexOf(field.name());
                var numerals = isNumber(field)
                        ? Numerals.of(table, column, field.marks().or(marks), true, _ -> false, findings.findings())
                        : null;
                checked.add(new Checked(column, field, numerals, new HashSet<>()));
            }
        }
        this.key = schema.primaryKey().stream()
                .mapToInt(name -> columns.find(name, findings.findings()))
                .filter(column -> column >= 0)
                .toArray();
    }

    private static boolean isNumber(Field field) {
        return field.type() == Schema.Type.NUMBER || field.type() == Schema.Type.INTEGER;
    }

    /**
     * Whether the row keeps all that is declared.
     *
     * @param hidden columns that are not to be read in this row
     */
    public boolean holds(long row, String[] values, BitSet hidden) {
        boolean holds = true;
        for (Checked one : checked) {
            if (hidden.get(one.column)) {
                continue;
            }
            var value = values[one.column].strip();
            holds &= missingValues.contains(value)
                    ? present(one, row)
                    : typed(one, row, value) && allowed(one, row, value);
        }
        return (key.length == 0 || firstOfItsKey(row, values, hidden)) && holds;
    }

    private boolean present(Checked one, long row) {
        if (one.field.constraints().required()) {
            findings.add(FindingRule.CONSTRAINT_BROKEN, row, one.field.name(), "", "", "required");
            return false;
        }
        return true;
    }

    /** A row that is the same in all columns is merely repeated, and counted as such where rows are taken. */
    private boolean firstOfItsKey(long row, String[] values, BitSet hidden) {
        var parts = new ArrayList<String>();
        for (int column : key) {
            parts.add(values[column].strip());
        }
        var keyed = new Keyed(row, Arrays.hashCode(values));
        var earlier = keys.putIfAbsent(parts, keyed);
        if (earlier == null || earlier.content == keyed.content) {
            return true;
        }
        for (int i = 0; i < key.length; i++) {
            if (hidden.get(key[i])) {
                parts.set(i, "…");
            }
        }
        var text = String.join(", ", parts);
        findings.add(FindingRule.CONSTRAINT_BROKEN, row, null, text, text, "primaryKey (" + earlier.row + ")");
        return false;
    }

    private boolean typed(Checked one, long row, String value) {
        var field = one.field;
        var rule = switch (field.type()) {
            case NUMBER -> number(one, value, false);
            case INTEGER -> number(one, value, true);
            case BOOLEAN ->
                Set.of("true", "false", "True", "False", "TRUE", "FALSE", "1", "0")
                                .contains(value)
                        ? null
                        : FindingRule.TYPE_WRONG;
            case DATE, DATETIME -> Dates.parse(value, field.format()).isPresent() ? null : FindingRule.DATE_MALFORMED;
            case YEAR -> value.matches("-?\\d{4,}") ? null : FindingRule.TYPE_WRONG;
            case YEARMONTH -> value.length() == 7 && Period.parse(value).isPresent() ? null : FindingRule.TYPE_WRONG;
            case STRING, GEOPOINT, GEOJSON, ANY -> null;
        };
        if (rule == null) {
            return true;
        }
        var arguments = rule == FindingRule.DECIMAL_MARK_WRONG && one.numerals != null
                ? String.valueOf(one.numerals.decimal())
                : field.type().name().toLowerCase(java.util.Locale.ROOT);
        findings.add(rule, row, field.name(), value, value, arguments);
        return false;
    }

    private static @Nullable FindingRule number(Checked one, String value, boolean whole) {
        if (one.numerals == null) {
            return null;
        }
        var number = one.numerals.parse(value);
        if (number == null) {
            return one.numerals.fault(value);
        }
        return whole && number.stripTrailingZeros().scale() > 0 ? FindingRule.TYPE_WRONG : null;
    }

    private boolean allowed(Checked one, long row, String value) {
        var broken = broken(one, value);
        if (broken == null) {
            return true;
        }
        findings.add(FindingRule.CONSTRAINT_BROKEN, row, one.field.name(), value, value, broken);
        return false;
    }

    private static @Nullable String broken(Checked one, String value) {
        var rules = one.field.constraints();
        if (rules.pattern() != null && !Patience.matches(rules.pattern(), value)) {
            return "pattern " + rules.pattern();
        }
        if (!rules.allowed().isEmpty() && !rules.allowed().contains(value)) {
            return "enum "
                    + String.join(
                            ", ", rules.allowed().stream().sorted().limit(12).toList());
        }
        if (rules.minLength() != null && value.length() < rules.minLength()) {
            return "minLength " + rules.minLength();
        }
        if (rules.maxLength() != null && value.length() > rules.maxLength()) {
            return "maxLength " + rules.maxLength();
        }
        if (rules.unique() && !one.seen.add(value)) {
            return "unique";
        }
        var number = one.numerals == null ? null : one.numerals.parse(value);
        return number == null ? null : outside(rules, number);
    }

    private static @Nullable String outside(Constraints rules, BigDecimal number) {
        if (rules.minimum() != null && number.compareTo(rules.minimum()) < 0) {
            return "minimum " + rules.minimum();
        }
        return rules.maximum() != null && number.compareTo(rules.maximum()) > 0 ? "maximum " + rules.maximum() : null;
    }
}
