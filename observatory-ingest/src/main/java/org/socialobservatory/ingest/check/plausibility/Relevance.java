package org.socialobservatory.ingest.check.plausibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When a question is asked, as far as its form says it plainly: comparisons of an answer with a number or a text, all
 * of which must hold.
 *
 * @param sql a condition with a place for each value; empty where the question is always asked
 * @param values numbers and texts
 * @param said as the form writes it
 */
record Relevance(String sql, List<Object> values, String said) {

    static final Relevance ALWAYS = new Relevance("", List.of(), "");

    private static final Pattern AND = Pattern.compile("\\s+and\\s+");
    private static final Pattern COMPARISON = Pattern.compile(
            "\\(?\\s*\\$\\{([^}]+)}\\s*(<=|>=|!=|=|<|>)\\s*(?:'([^']*)'|\"([^\"]*)\"|(-?\\d+(?:\\.\\d+)?))\\s*\\)?");
    private static final Pattern SELECTED =
            Pattern.compile("\\(?\\s*selected\\(\\s*\\$\\{([^}]+)}\\s*,\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*\\)\\s*\\)?");

    Relevance {
        values = List.copyOf(values);
    }

    /**
     * Reads an expression; empty where it says more than this.
     *
     * @param numbers names of variables that are numbers
     * @param texts names of variables that are one text
     * @param lists names of variables that are several texts
     */
    static Optional<Relevance> of(String expression, Set<String> numbers, Set<String> texts, Set<String> lists) {
        var parts = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (String part : AND.splitAsStream(expression.strip()).toList()) {
            var comparison = COMPARISON.matcher(part.strip());
            var selected = SELECTED.matcher(part.strip());
            if (comparison.matches()) {
                var name = comparison.group(1);
                var text = comparison.group(3) == null ? comparison.group(4) : comparison.group(3);
                var sign = comparison.group(2).equals("!=") ? "<>" : comparison.group(2);
                if (text == null && numbers.contains(name)) {
                    values.add(Double.valueOf(comparison.group(5)));
                } else if (texts.contains(name) && (sign.equals("=") || sign.equals("<>"))) {
                    values.add(text == null ? comparison.group(5) : text);
                } else {
                    return Optional.empty();
                }
                parts.add(quoted(name) + " " + sign + " ?");
            } else if (selected.matches() && (lists.contains(selected.group(1)) || texts.contains(selected.group(1)))) {
                var name = selected.group(1);
                values.add(selected.group(2) == null ? selected.group(3) : selected.group(2));
                parts.add(lists.contains(name) ? "list_contains(" + quoted(name) + ", ?)" : quoted(name) + " = ?");
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Relevance(String.join(" AND ", parts), values, expression.strip()));
    }

    /** Where both hold. */
    Relevance and(Relevance other) {
        if (sql.isEmpty() || other.sql.isEmpty()) {
            return sql.isEmpty() ? other : this;
        }
        var all = new ArrayList<>(values);
        all.addAll(other.values);
        return new Relevance(sql + " AND " + other.sql, all, said + " and " + other.said);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
