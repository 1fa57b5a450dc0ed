package org.socialobservatory.ingest.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.Binding;
import org.socialobservatory.ingest.mapping.description.CodeTable;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.finding.FindingRule;

/** Turns what stands in a column into a code, once for each distinct text. */
final class Coded {

    /** Where more texts than this are wrong, the column is. */
    private static final int MOST_HINTS = 1_000;

    private final String key;
    private final int column;
    private final @Nullable String columnName;
    private final @Nullable String literal;
    private final @Nullable CodeTable table;
    private final Set<String> missingValues;
    private final Function<String, Code> resolve;
    private final Map<String, Code> known = new HashMap<>();
    private boolean spoken;
    private int hints;

    /**
     * What a text means.
     *
     * @param code empty for a total; meaningless where a rule is broken
     * @param position in the dictionary of its kind, −1 where it has none
     * @param rule that it breaks, if any
     * @param arguments of the finding
     * @param split the row of the table that translated it, if one did
     */
    record Code(
            String code,
            int position,
            @Nullable FindingRule rule,
            List<String> arguments,
            @Nullable List<String> split) {

        static Code of(String code, int position) {
            return new Code(code, position, null, List.of(), null);
        }

        static Code refused(FindingRule rule, String... arguments) {
            return new Code("", -1, rule, List.of(arguments), null);
        }

        private Code with(@Nullable List<String> row) {
            return row == null ? this : new Code(code, position, rule, arguments, row);
        }
    }

    /**
     * @param resolve what a translated text means
     */
    Coded(
            String key,
            Binding binding,
            Columns columns,
            Set<String> missingValues,
            RowFindings findings,
            Function<String, Code> resolve) {
        this.key = key;
        this.missingValues = missingValues;
        this.resolve = resolve;
        switch (binding) {
            case Binding.Column(String name, var codes, var _) -> {
                column = columns.find(name, findings.findings());
                columnName = name;
                literal = null;
                table = codes;
            }
            case Binding.Literal(String value) -> {
                column = Columns.NONE;
                columnName = null;
                literal = value;
                table = null;
            }
            case Binding.From _ -> throw new IllegalArgumentException("Split codes are resolved by their key");
        }
    }

    /** Whether a fault should be said: that of a value which is the same for all rows, only once. */
    boolean speaks() {
        boolean speaks = literal == null || !spoken;
        spoken = true;
        return speaks;
    }

    @Nullable
    String columnName() {
        return columnName;
    }

    Code of(String[] values) {
        var text = literal != null ? literal : column < 0 ? "" : values[column];
        var code = known.get(text);
        if (code == null) {
            code = look(text.strip());
            known.put(text, code);
        }
        return code;
    }

    private Code look(String text) {
        if (text.isEmpty() || (literal == null && missingValues.contains(text))) {
            return Code.refused(FindingRule.CODE_MISSING, key);
        }
        if (table == null) {
            return resolve.apply(text);
        }
        var row = table.rows().get(text);
        if (row == null) {
            var nearest = hints++ < MOST_HINTS
                    ? Spelling.nearestText(text, table.rows().keySet())
                    : "—";
            return Code.refused(FindingRule.CODE_UNMAPPED, text, key, nearest);
        }
        int target = table.target(key);
        return target < 0 || row.get(target).isEmpty()
                ? Code.refused(FindingRule.CODE_MISSING, key)
                : resolve.apply(row.get(target)).with(row);
    }

    /** Position of a column of the table that translates this key; −1 where there is none. */
    int split(String target) {
        return table == null ? -1 : table.targets().indexOf(target);
    }
}
