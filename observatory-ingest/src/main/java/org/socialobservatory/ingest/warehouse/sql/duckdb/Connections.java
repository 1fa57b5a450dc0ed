package org.socialobservatory.ingest.warehouse.sql.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.socialobservatory.ingest.warehouse.Warehouse;
import org.socialobservatory.ingest.warehouse.WarehouseException;
import org.socialobservatory.ingest.warehouse.sql.Database;
import org.socialobservatory.ingest.warehouse.sql.Rows;

/**
 * The connections to a DuckDB file. Its calls are native and pin their thread, so that all of them run on a few platform
 * threads of our own, whatever thread asks.
 */
public final class Connections implements Database {

    /** Readers at a time; a query uses all cores by itself. */
    private static final int READERS = 2;

    /**
     * No file but its own, no network, no extension, no way back. A quarter of a town's figures fit in the memory; what
     * does not is spilled beside the file.
     */
    private static final List<String> SETTINGS = List.of(
            "SET memory_limit = '512MB'",
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET allow_community_extensions = false",
            "SET enable_external_access = false",
            "SET lock_configuration = true");

    private final DuckDBConnection first;
    private final BlockingQueue<Connection> readers = new ArrayBlockingQueue<>(READERS);
    private final Connection writer;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ExecutorService threads = Executors.newFixedThreadPool(
            READERS + 1, Thread.ofPlatform().name("duckdb-", 1).daemon().factory());
    private final Changes changes = new Changes();

    /** Opens the file, or makes it. */
    public Connections(Path file) {
        try {
            first = open("jdbc:duckdb:" + file.toAbsolutePath());
            try (var statement = first.createStatement()) {
                for (String setting : SETTINGS) {
                    statement.execute(setting);
                }
            }
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(first.duplicate());
            }
            writer = first.duplicate();
        } catch (SQLException e) {
            threads.shutdown();
            throw new WarehouseException("The warehouse " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** A connection whose results are streamed and not held in memory. */
    private static DuckDBConnection open(String url) throws SQLException {
        var properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return new DuckDBDriver().connect(url, properties).unwrap(DuckDBConnection.class);
    }

    /** A store in memory that may read and write files. */
    public static Connection inMemory() throws SQLException {
        return open("jdbc:duckdb:");
    }

    @Override
    public <T> T read(Work<T> work) {
        return await(threads.submit(() -> {
            var connection = readers.take();
            try {
                return work.with(connection);
            } finally {
                readers.add(connection);
            }
        }));
    }

    @Override
    public <T> T write(Work<T> work) {
        writing.lock();
        try {
            T done = await(threads.submit(transaction(work)));
            changes.announce();
            return done;
        } finally {
            writing.unlock();
        }
    }

    /** The transaction is begun by a statement: an appender alone would commit each of its pieces by itself. */
    private <T> Callable<T> transaction(Work<T> work) {
        return () -> {
            try (var statement = writer.createStatement()) {
                statement.execute("BEGIN TRANSACTION");
                try {
                    T done = work.with(writer);
                    statement.execute("COMMIT");
                    return done;
                } catch (SQLException | RuntimeException e) {
                    rollBack(e);
                    throw e;
                }
            }
        };
    }

    /** After some failures DuckDB has rolled back already and says so; the first failure is the one that matters. */
    private void rollBack(Exception failure) {
        try (var statement = writer.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WarehouseException("Interrupted while the warehouse worked", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new WarehouseException("The warehouse failed: " + e.getMessage(), e);
        }
    }

    @Override
    public Rows rows(Connection connection, String table) throws SQLException {
        return new BulkRows(connection, table);
    }

    @Override
    public String dialect() {
        return "duckdb";
    }

    @Override
    public Warehouse.Subscription onChange(Runnable listener) {
        return changes.subscribe(listener);
    }

    @Override
    public void close() {
        changes.close();
        threads.close();
        try {
            for (var reader : readers) {
                reader.close();
            }
            writer.close();
            first.close();
        } catch (SQLException e) {
            throw new WarehouseException("The warehouse cannot be closed: " + e.getMessage(), e);
        }
    }
}
