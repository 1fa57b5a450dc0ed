package org.socialobservatory.ingest.check.plausibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** Stored answers, asked by the SQL files of this room. */
final class AnswersAtHand implements AutoCloseable {

    private final Connection connection;

    AnswersAtHand(Path parquet) {
        try {
            connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
            try (var statement = connection.createStatement()) {
                statement.execute(
                        sql("answers").replace("{file}", parquet.toString().replace("'", "''")));
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException("The answers cannot be read", unreadable);
        }
    }

    private static String sql(String name) {
        try (var in = Objects.requireNonNull(AnswersAtHand.class.getResourceAsStream(name + ".sql"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The numbers that a query gives, row by row; NaN for null.
     *
     * @param values of its places
     * @param names and replacements in turn, for {@code {name}} in the file
     */
    List<double[]> ask(String file, List<Object> values, String... names) {
        var text = sql(file);
        for (int i = 0; i < names.length; i += 2) {
            text = text.replace("{" + names[i] + "}", names[i + 1]);
        }
        try (var query = connection.prepareStatement(text)) {
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            try (var found = query.executeQuery()) {
                var rows = new ArrayList<double[]>();
                while (found.next()) {
                    var row = new double[found.getMetaData().getColumnCount()];
                    for (int i = 0; i < row.length; i++) {
                        double number = found.getDouble(i + 1);
                        row[i] = found.wasNull() ? Double.NaN : number;
                    }
                    rows.add(row);
                }
                return rows;
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("Answers cannot be asked: " + file, refused);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException left) {
            throw new IllegalStateException(left);
        }
    }
}
