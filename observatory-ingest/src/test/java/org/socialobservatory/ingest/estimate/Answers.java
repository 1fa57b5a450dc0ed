package org.socialobservatory.ingest.estimate;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/** Response tables for tests, written as the vault writes them. */
final class Answers {

    private static final String COLUMNS = "_row, _unit, _household, _weight, _stratum, _cluster, _fpc, _area, _period";

    private Answers() {}

    /** A Parquet file of what a {@code SELECT} gives; the columns of the design that it lacks are empty. */
    static Path parquet(Path file, String select) {
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE answers AS " + select);
            var present = Set.copyOf(names(statement.executeQuery("SELECT name FROM pragma_table_info('answers')")));
            var missing = List.of(COLUMNS.split(", ")).stream()
                    .filter(column -> !present.contains(column))
                    .map(column -> standard(column) + " AS " + column)
                    .collect(Collectors.joining(", "));
            statement.execute("COPY (SELECT " + missing + (missing.isEmpty() ? "" : ", ") + "* FROM answers) TO '"
                    + file + "' (FORMAT PARQUET)");
            return file;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(ResultSet rows) throws SQLException {
        var names = new ArrayList<String>();
        while (rows.next()) {
            names.add(rows.getString(1));
        }
        return names;
    }

    private static String standard(String column) {
        return switch (column) {
            case "_row" -> "CAST(row_number() OVER () AS INTEGER)";
            case "_period" -> "'2025'";
            case "_area" -> "'town'";
            case "_weight" -> "CAST(1 AS DOUBLE)";
            case "_fpc" -> "CAST(NULL AS DOUBLE)";
            default -> "CAST(NULL AS VARCHAR)";
        };
    }

    /** One town without anything below it. */
    static Hierarchy town() {
        return new Hierarchy(Map.of(), "town", Set.of("town"));
    }
}
