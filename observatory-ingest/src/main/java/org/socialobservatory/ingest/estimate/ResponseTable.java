package org.socialobservatory.ingest.estimate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.duckdb.DuckDBDriver;

/**
 * A Parquet file of responses, open in a DuckDB of its own in memory that reaches no other file and no network. Its
 * calls are native and pin their thread, so that they run on a platform thread of their own, whatever thread asks.
 */
final class ResponseTable implements AutoCloseable {

    private static final List<String> SETTINGS = List.of(
            "SET temp_directory = ''",
            "SET memory_limit = '3GB'",
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET allow_community_extensions = false",
            "SET enable_external_access = false",
            "SET lock_configuration = true");

    private final Path file;
    private final Connection connection;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("estimate-duckdb").daemon().factory());

    /** Reads an answer to its end. */
    interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /**
     * Opens a file.
     *
     * @param threads that DuckDB may use; what is read does not depend on it
     */
    ResponseTable(Path file, int threads) {
        this.file = file.toAbsolutePath();
        try {
            connection = await(() -> open(threads));
        } catch (RuntimeException unopened) {
            thread.shutdown();
            throw unopened;
        }
    }

    private Connection open(int threads) throws SQLException {
        var properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        var opened = new DuckDBDriver().connect("jdbc:duckdb:", properties);
        try (var statement = opened.createStatement()) {
            statement.execute("SET threads = " + threads);
            statement.execute("SET allowed_paths = ['" + file.toString().replace("'", "''") + "']");
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
        }
        return opened;
    }

    /** Asks the table; the statement names the file by its last {@code ?}. */
    <T> T ask(String sql, List<Object> values, Reader<T> reader) {
        return await(() -> {
            try (var statement = connection.prepareStatement(sql)) {
                int at = 1;
                for (Object value : values) {
                    statement.setObject(at++, value);
                }
                statement.setString(at, file.toString());
                try (var rows = statement.executeQuery()) {
                    return reader.read(rows);
                }
            }
        });
    }

    private <T> T await(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableResponses(file, e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case SQLException failure -> throw new UnreadableResponses(file, failure);
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        await(() -> {
            connection.close();
            return file;
        });
        thread.close();
    }
}
