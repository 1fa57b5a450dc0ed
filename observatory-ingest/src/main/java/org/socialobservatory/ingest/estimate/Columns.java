package org.socialobservatory.ingest.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of each response, each thing once: the expressions as they came, and what follows from them. The names
 * are ours, so that no text from outside is among them.
 */
final class Columns {

    /** Larger numbers are unknown: their squares could not be summed, and nothing in a town is as large. */
    private static final String LARGEST = "1e100";

    private final Map<String, String> asked = new LinkedHashMap<>();
    private final List<Object> values = new ArrayList<>();
    private final Map<Expression, String> names = new LinkedHashMap<>();
    private final Map<String, String> derived = new LinkedHashMap<>();

    /** The name of a condition; null where unknown. */
    String flag(Expression expression) {
        return ask(expression, "BOOLEAN");
    }

    /** The name of a code as text; null where unknown. */
    String code(Expression expression) {
        return ask(expression, "VARCHAR");
    }

    /** The name of a finite number; null where unknown. */
    String number(Expression expression) {
        var name = ask(expression, "DOUBLE");
        return derive("CASE WHEN abs(" + name + ") < " + LARGEST + " THEN " + name + " END");
    }

    private String ask(Expression expression, String type) {
        var sql = "CAST((" + expression.sql() + ") AS " + type + ")";
        return names.computeIfAbsent(new Expression(sql, expression.values()), wanted -> {
            var name = "asked_" + asked.size();
            asked.put(name, wanted.sql());
            values.addAll(wanted.values());
            return name;
        });
    }

    /** The name of what follows from other columns. */
    String derive(String sql) {
        return derived.computeIfAbsent(sql, _ -> "derived_" + derived.size());
    }

    /** The values to bind, in their order in the statement. */
    List<Object> values() {
        return List.copyOf(values);
    }

    /** The part of a {@code SELECT} that asks the responses, with its commas. */
    String asked() {
        var list = new StringBuilder();
        asked.forEach(
                (name, sql) -> list.append(",\n  ").append(sql).append(" AS ").append(name));
        return list.toString();
    }

    /** The part that follows from it, with its commas. */
    String derived() {
        var list = new StringBuilder();
        derived.forEach(
                (sql, name) -> list.append(",\n  ").append(sql).append(" AS ").append(name));
        return list.toString();
    }
}
