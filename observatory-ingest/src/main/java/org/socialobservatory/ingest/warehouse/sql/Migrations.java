package org.socialobservatory.ingest.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.socialobservatory.ingest.warehouse.WarehouseException;

/**
 * Brings a store to the schema of this build: each version is a numbered file for all dialects, and one of the same
 * name for what a dialect adds. (Flyway's support of DuckDB is a separate, younger artifact and would bring its own
 * choice of drivers; this is all that is needed of it.)
 */
final class Migrations {

    /** The newest version, which is the number of files in {@code schema/}. */
    static final int NEWEST = 6;

    private final Database database;

    Migrations(Database database) {
        this.database = database;
    }

    /** Applies the versions that the store lacks, all or none of them. */
    void apply() {
        if (database.read(Migrations::version) == NEWEST) {
            return;
        }
        database.write(connection -> {
            int version = version(connection);
            if (version > NEWEST) {
                throw new WarehouseException("The warehouse has schema version " + version + "; this build knows "
                        + NEWEST + ". Use the build that made it, or a newer one.");
            }
            for (int next = version + 1; next <= NEWEST; next++) {
                upgrade(connection, next);
            }
            return NEWEST;
        });
    }

    /** Throws everything away, also what another build has made, and begins anew within the open transaction. */
    void startAfresh(Connection connection) throws SQLException {
        run(connection, Sql.text("schema/drop.sql"));
        for (int version = 1; version <= NEWEST; version++) {
            upgrade(connection, version);
        }
    }

    private void upgrade(Connection connection, int version) throws SQLException {
        run(connection, Sql.text("schema/" + version + ".sql"));
        var own = Sql.find(database.dialect() + "/" + version + ".sql");
        if (own.isPresent()) {
            run(connection, own.get());
        }
        record(connection, version);
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var tables = statement.executeQuery(Sql.text("has-schema-version.sql"))) {
                if (!tables.next()) {
                    return 0;
                }
            }
            try (var version = statement.executeQuery(Sql.text("schema-version.sql"))) {
                return version.next() ? version.getInt(1) : 0;
            }
        }
    }

    private static void run(Connection connection, String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String one : script.split(";\\s*\\n", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    private static void record(Connection connection, int version) throws SQLException {
        try (var insert = connection.prepareStatement(Sql.text("insert-schema-version.sql"))) {
            insert.setInt(1, version);
            insert.setObject(2, OffsetDateTime.now(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
