package org.socialobservatory.api.cube.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;
import org.socialobservatory.api.cube.ObservationRow;
import org.socialobservatory.api.snapshot.FileForm;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.springframework.util.FileSystemUtils;

/** An edition as Parquet, made of its CSV by DuckDB: the same columns, with their types. */
final class Parquet {

    private Parquet() {}

    static void write(Snapshot snapshot, PublishedDataset edition, OutputStream out) throws IOException {
        var folder = Files.createTempDirectory("observatory-parquet-");
        try {
            var csv = folder.resolve("data.csv");
            try (var file = Files.newOutputStream(csv)) {
                EditionForm.of(FileForm.CSV).write(snapshot, edition, file);
            }
            var parquet = folder.resolve("data.parquet");
            var row = new ObservationRow(snapshot, List.of(edition));
            var columns = row.names().stream()
                    .map(name -> quoted(name) + ": " + quoted(type(name)))
                    .collect(Collectors.joining(", ", "{", "}"));
            convert(sql().formatted(quoted(csv.toString()), columns, quoted(parquet.toString())));
            Files.copy(parquet, out);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void convert(String sql) {
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("The edition could not be written as Parquet", failed);
        }
    }

    /** Published numbers have at most fifteen digits, which a double keeps. */
    private static String type(String name) {
        return switch (name) {
            case "edition" -> "INTEGER";
            case "contested" -> "BOOLEAN";
            default -> ObservationRow.isNumber(name) ? "DOUBLE" : "VARCHAR";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String sql() {
        try (var file = Objects.requireNonNull(Parquet.class.getResourceAsStream("parquet.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
