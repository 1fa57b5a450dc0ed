package org.socialobservatory.demonstration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.socialobservatory.ingest.estimate.Expression;
import org.socialobservatory.ingest.estimate.ecql.VariableType;

/** The answers of one table with their types, to be asked in SQL. */
final class Answers implements AutoCloseable {

    private final Connection connection;
    private final Map<String, VariableType> types = new TreeMap<>();

    /** @param csv persons get the weight of their household */
    Answers(Path csv, List<Form.Field> fields) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        var columns = new ArrayList<String>();
        boolean child = csv.toString().contains("personnes");
        for (Form.Field field : fields) {
            types.put(field.name(), type(field));
            columns.add(column(field));
        }
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE raw AS SELECT * FROM read_csv('" + csv + "', all_varchar = true)");
            statement.execute("CREATE TABLE answers AS SELECT " + String.join(", ", columns) + ", "
                    + (child
                            ? "CAST(h.poids AS DOUBLE) AS weight, h.\"identification-arrondissement\" AS area FROM raw JOIN read_csv('"
                                    + csv.resolveSibling("menages.csv.gz")
                                    + "', all_varchar = true) h ON h.KEY = raw.PARENT_KEY"
                            : "CAST(poids AS DOUBLE) AS weight, \"identification-arrondissement\" AS area FROM raw"));
        }
    }

    private static VariableType type(Form.Field field) {
        var type = field.type();
        boolean words = type.startsWith("select_one")
                || type.equals("text")
                || field.name().equals("handicap");
        return type.startsWith("select_multiple")
                ? VariableType.CHOICES
                : words ? VariableType.TEXT : VariableType.NUMBER;
    }

    private static String column(Form.Field field) {
        var raw = "raw.\"" + field.header() + "\"";
        var known = "CASE WHEN " + raw + " NOT IN ('', 'nsp', 'refus', '-98', '-99') THEN " + raw + " END";
        return switch (type(field)) {
                    case NUMBER -> "TRY_CAST(" + known + " AS DOUBLE)";
                    case CHOICES -> "string_split(" + known + ", ' ')";
                    default -> known;
                }
                + " AS \"" + field.name() + "\"";
    }

    Map<String, VariableType> types() {
        return types;
    }

    /** The weighted mean of a number among those of whom it is known. */
    double mean(Expression value, Expression universe) throws SQLException {
        var values = new ArrayList<>(value.values());
        values.addAll(value.values());
        values.addAll(universe.values());
        return ask(
                "SELECT SUM(weight * CAST(" + value.sql() + " AS DOUBLE))"
                        + " / SUM(weight) FILTER (WHERE (" + value.sql() + ") IS NOT NULL)"
                        + " FROM answers WHERE " + universe.sql(),
                values);
    }

    /** How many respondents a universe has. */
    double size(Expression universe) throws SQLException {
        return ask("SELECT COUNT(*) FROM answers WHERE " + universe.sql(), universe.values());
    }

    private double ask(String sql, List<Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getDouble(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
