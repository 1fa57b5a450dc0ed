package org.socialobservatory.ingest.mapping;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.Binding;
import org.socialobservatory.ingest.mapping.description.ResourceDescription;
import org.socialobservatory.ingest.mapping.description.Schema;
import org.socialobservatory.ingest.source.Table;

/** A column of numbers, or one number for all rows. */
final class NumberColumn {

    private static final int DIGITS = 15;

    private final int column;
    private final @Nullable String name;
    private final @Nullable String literal;
    private final Numerals numerals;
    private final Set<String> missingValues;
    private final RowFindings findings;
    private long shortened;

    private NumberColumn(
            int column,
            @Nullable String name,
            @Nullable String literal,
            Numerals numerals,
            Set<String> missingValues,
            RowFindings findings) {
        this.column = column;
        this.name = name;
        this.literal = literal;
        this.numerals = numerals;
        this.missingValues = missingValues;
        this.findings = findings;
    }

    /** @param hidden rows whose numbers are not to be read */
    static NumberColumn of(
            Binding binding,
            ResourceDescription resource,
            Table table,
            Columns columns,
            Predicate<String[]> hidden,
            RowFindings findings) {
        var missing = resource.schema().missingValues();
        return switch (binding) {
            case Binding.Literal(String text) ->
                new NumberColumn(Columns.NONE, null, text, Numerals.POINT, missing, findings);
            case Binding.From(String key, String _) ->
                new NumberColumn(Columns.NONE, null, key, Numerals.POINT, missing, findings);
            case Binding.Column(String name, var _, var _) -> {
                int column = columns.find(name, findings.findings());
                yield new NumberColumn(
                        column,
                        name,
                        null,
                        numerals(name, column, resource, table, hidden, findings),
                        missing,
                        findings);
            }
        };
    }

    private static Numerals numerals(
            String name,
            int column,
            ResourceDescription resource,
            Table table,
            Predicate<String[]> hidden,
            RowFindings findings) {
        if (column < 0) {
            return Numerals.POINT;
        }
        Optional<Schema.Field> field = resource.schema().field(name);
        boolean typed = field.map(Schema.Field::type)
                .filter(type -> type == Schema.Type.NUMBER || type == Schema.Type.INTEGER)
                .isPresent();
        var marks = field.map(Schema.Field::marks)
                .orElse(Schema.NumberMarks.UNDECLARED)
                .or(resource.marks());
        return Numerals.of(table, column, marks, typed, hidden, findings.findings());
    }

    @Nullable
    String name() {
        return name;
    }

    /** What stands in a row, without surrounding blanks; empty where there is no value. */
    String text(String[] values) {
        if (literal != null) {
            return literal;
        }
        var text = column < 0 ? "" : values[column].strip();
        return missingValues.contains(text) ? "" : text;
    }

    /** The number of a text that is not empty; null, with a finding, where it is none. */
    @Nullable
    BigDecimal number(String text, long row) {
        var number = numerals.parse(text);
        if (number == null) {
            findings.add(numerals.fault(text), row, name, text, text, String.valueOf(numerals.decimal()));
        } else if (number.precision() > DIGITS && number.stripTrailingZeros().precision() > DIGITS) {
            shortened++;
        }
        return number;
    }

    /** Adds its position to others, where it has one. */
    void addTo(BitSet positions) {
        if (column >= 0) {
            positions.set(column);
        }
    }

    /** How many numbers had more digits than are published. */
    long shortened() {
        return shortened;
    }
}
