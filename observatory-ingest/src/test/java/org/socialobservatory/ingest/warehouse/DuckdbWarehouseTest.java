package org.socialobservatory.ingest.warehouse;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ingest.warehouse.sql.Database;
import org.socialobservatory.ingest.warehouse.sql.SqlWarehouse;
import org.socialobservatory.ingest.warehouse.sql.duckdb.Connections;

class DuckdbWarehouseTest extends WarehouseContract {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Override
    SqlWarehouse open() {
        return new SqlWarehouse(new Connections(folder.resolve("observatory.duckdb")));
    }

    @Test
    void neitherFilesNorSettingsAreInReachOfAStatement() {
        try (var database = new Connections(folder.resolve("locked.duckdb"))) {
            assertRefused(database, "COPY (SELECT 1) TO '" + folder.resolve("out.csv") + "'");
            assertRefused(database, "SELECT * FROM read_csv('/etc/passwd')");
            assertRefused(database, "SELECT * FROM read_parquet('" + folder + "/vault/editions/*/*.parquet')");
            assertRefused(database, "SELECT content FROM read_blob('" + folder + "/vault/salt')");
            assertRefused(database, "ATTACH '" + folder.resolve("other.duckdb") + "'");
            assertRefused(database, "SET enable_external_access = true");
        }
    }

    private static void assertRefused(Database database, String statement) {
        assertThatThrownBy(() -> database.read(connection -> {
                    try (var execution = connection.createStatement()) {
                        return execution.execute(statement);
                    }
                }))
                .isInstanceOf(WarehouseException.class)
                .hasRootCauseInstanceOf(SQLException.class);
    }
}
