package org.socialobservatory.ingest.vault;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/** Writes the tables of an edition again, without the answers that are to be erased and those that belong to them. */
final class Without implements AutoCloseable {

    private final KeptAnswers answers;
    private final Tombstone tombstone;
    private final Path folder;
    private final Connection connection;
    private final Map<String, Gone> gone = new HashMap<>();

    /**
     * What goes of one table.
     *
     * @param rows their numbers in the file
     * @param factor by which the weights of the others grow: 1 unless all have the one weight of a simple random sample
     */
    private record Gone(Set<String> units, Set<Long> rows, double factor) {}

    Without(KeptAnswers answers, Tombstone tombstone, Path folder) {
        this.answers = answers;
        this.tombstone = tombstone;
        this.folder = folder;
        try {
            this.connection = open();
            execute(sql("open.sql").replace("{folder}", escaped(folder)));
        } catch (SQLException failure) {
            throw new VaultException("Answers cannot be erased", failure);
        }
    }

    private static Connection open() throws SQLException {
        return new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
    }

    /** Keys of the answers that a person's key names: their own, or a pseudonym among their variables. */
    static Set<String> units(KeptAnswers.KeptTable table, String key, String pseudonym) {
        try (var connection = open()) {
            var texts = new HashSet<String>();
            try (var statement = connection.createStatement();
                    var columns =
                            statement.executeQuery(sql("columns.sql").replace("{file}", escaped(table.location())))) {
                while (columns.next()) {
                    if (columns.getString("column_type").equals("VARCHAR")) {
                        texts.add(columns.getString("column_name"));
                    }
                }
            }
            texts.removeIf(name -> name.startsWith("_") && !name.equals("_unit"));
            var hashed = texts.stream()
                    .map(name -> '"' + name.replace("\"", "\"\"") + "\" = $2")
                    .collect(Collectors.joining(" OR "));
            var query = sql("find-units.sql")
                    .replace("{file}", escaped(table.location()))
                    .replace("{hashed}", hashed);
            try (var statement = connection.prepareStatement(query)) {
                statement.setString(1, key);
                statement.setString(2, pseudonym);
                try (var found = statement.executeQuery()) {
                    var units = new HashSet<String>();
                    while (found.next()) {
                        units.add(found.getString(1));
                    }
                    return units;
                }
            }
        } catch (SQLException failure) {
            throw new VaultException("The answers of " + table.resource() + " cannot be read", failure);
        }
    }

    /** Whether a table has one of these keys. */
    static boolean holds(KeptAnswers.KeptTable table, Set<String> units) {
        var only = new KeptAnswers(0, Map.of(table.resource(), table));
        var tombstone = new Tombstone("", "", table.resource(), units, Set.of(), "", "", false);
        var beside = Objects.requireNonNull(table.location().getParent());
        try (var without = new Without(only, tombstone, beside)) {
            return !without.gone(table.resource()).rows().isEmpty();
        }
    }

    /** Writes one table without them. */
    KeptAnswers.KeptTable table(KeptAnswers.KeptTable table) {
        var goes = gone(table.resource());
        var parquet = folder.resolve(table.resource() + ".parquet");
        var received = folder.resolve(table.resource() + ".csv");
        try {
            fill("erased_row", "BIGINT", goes.rows());
            execute(sql("without.sql")
                    .replace("{file}", escaped(table.location()))
                    .replace("{factor}", Double.toString(goes.factor()))
                    .replace("{to}", escaped(parquet)));
            Locked.lock(parquet);
            var digest = MessageDigest.getInstance("SHA-256");
            copy(table.received().location(), received, digest, goes.rows());
            return new KeptAnswers.KeptTable(
                    table.resource(),
                    table.parent(),
                    parquet,
                    new VaultTable.Received(received, HexFormat.of().formatHex(digest.digest()), Files.size(received)));
        } catch (SQLException | IOException failure) {
            throw new VaultException("The answers of " + table.resource() + " cannot be erased", failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static void copy(Path from, Path to, MessageDigest digest, Set<Long> rows) throws IOException {
        try (var reader = CsvReader.builder().ofCsvRecord(from);
                var lines = new CsvLines(new DigestOutputStream(Locked.create(to), digest))) {
            for (CsvRecord record : reader) {
                var first = record.getField(0);
                if (first.equals(VaultWriter.ROW) || !rows.contains(Long.valueOf(first))) {
                    lines.plain(first);
                    for (int i = 1; i < record.getFieldCount(); i++) {
                        if (record.getField(i).isEmpty()) {
                            lines.nothing();
                        } else {
                            lines.text(record.getField(i));
                        }
                    }
                    lines.end();
                }
            }
        }
    }

    /** What goes of a table: what the tombstone names, or what belongs to what goes of its parent. */
    private Gone gone(String resource) {
        var known = gone.get(resource);
        if (known != null) {
            return known;
        }
        var table = Objects.requireNonNull(answers.tables().get(resource), resource);
        var parent = table.parent() == null || !answers.tables().containsKey(table.parent()) ? null : table.parent();
        var above = parent == null ? null : gone(parent);
        var units = new HashSet<String>();
        var rows = new HashSet<Long>();
        try {
            if (resource.equals(tombstone.resource())) {
                collect(table, "_unit", tombstone.units(), units, rows);
            }
            if (above != null) {
                collect(table, "_parent", above.units(), units, rows);
            }
            var found = new Gone(units, rows, above == null ? factor(table, rows.size()) : above.factor());
            gone.put(resource, found);
            return found;
        } catch (SQLException failure) {
            throw new VaultException("The answers of " + resource + " cannot be read", failure);
        }
    }

    private void collect(
            KeptAnswers.KeptTable table, String column, Set<String> keys, Set<String> units, Set<Long> rows)
            throws SQLException {
        fill("erased_unit", "VARCHAR", keys);
        var query = sql("erased-rows.sql")
                .replace("{file}", escaped(table.location()))
                .replace("{column}", column);
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getLong(1));
                units.add(found.getString(2));
            }
        }
    }

    /** A simple random sample of N that loses an answer stands for N all the same. */
    private double factor(KeptAnswers.KeptTable table, int leaving) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(sql("simple-sample.sql").replace("{file}", escaped(table.location())))) {
            row.next();
            long all = row.getLong(1);
            return leaving > 0 && leaving < all && row.getBoolean(2) ? (double) all / (all - leaving) : 1;
        }
    }

    private void fill(String name, String type, Collection<?> values) throws SQLException {
        execute("CREATE OR REPLACE TEMP TABLE " + name + " (value " + type + ")");
        try (var insert = connection.prepareStatement("INSERT INTO " + name + " VALUES (?)")) {
            for (Object value : values) {
                insert.setObject(1, value);
                insert.execute();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String escaped(Path path) {
        return path.toString().replace("'", "''");
    }

    private static String sql(String file) {
        try (InputStream in = Objects.requireNonNull(Without.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new VaultException("A statement cannot be read", unreadable);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new VaultException("Answers cannot be erased", failure);
        }
    }
}
