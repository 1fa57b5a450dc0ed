package org.socialobservatory.ingest.warehouse.sql.postgis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.socialobservatory.ingest.warehouse.Warehouse;
import org.socialobservatory.ingest.warehouse.WarehouseException;
import org.socialobservatory.ingest.warehouse.sql.Database;
import org.socialobservatory.ingest.warehouse.sql.Rows;

/** The connections to a PostgreSQL database with PostGIS. */
public final class Connections implements Database {

    /** Connections at a time. */
    private static final int MOST = 8;
    /** Names the lock of all who write to an observatory's warehouse. */
    private static final long WRITERS = 0x0B5E_4A70L;

    private final HikariDataSource pool;
    private final Changes changes;

    /** @param url such as {@code jdbc:postgresql://localhost/observatory} */
    public Connections(String url, String username, String password) {
        var driver = new PostgresDriver(url, username, password);
        var settings = new HikariConfig();
        settings.setPoolName("warehouse");
        settings.setMaximumPoolSize(MOST);
        settings.setMinimumIdle(1);
        settings.setDataSource(driver);
        try {
            pool = new HikariDataSource(settings);
        } catch (RuntimeException e) {
            throw new WarehouseException("The warehouse " + url + " cannot be reached: " + e.getMessage(), e);
        }
        changes = new Changes(driver);
        try {
            requirePostgis();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void requirePostgis() {
        read(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
            } catch (SQLException e) {
                throw new WarehouseException(
                        "The database has no PostGIS, and this user may not add it. As its administrator:"
                                + " CREATE EXTENSION postgis;",
                        e);
            }
        });
    }

    @Override
    public <T> T read(Work<T> work) {
        // Without auto-commit, the driver fetches a large result in pieces.
        return transaction(work);
    }

    @Override
    public <T> T write(Work<T> work) {
        return transaction(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(" + WRITERS + ")");
                T done = work.with(connection);
                statement.execute("NOTIFY " + Changes.CHANNEL);
                return done;
            }
        });
    }

    private <T> T transaction(Work<T> work) {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T done = work.with(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new WarehouseException("The warehouse failed: " + e.getMessage(), e);
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public Rows rows(Connection connection, String table) throws SQLException {
        return new BulkRows(connection, table);
    }

    @Override
    public String dialect() {
        return "postgis";
    }

    @Override
    public Warehouse.Subscription onChange(Runnable listener) {
        return changes.subscribe(listener);
    }

    @Override
    public void close() {
        changes.close();
        pool.close();
    }
}
