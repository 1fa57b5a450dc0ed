package org.socialobservatory.ingest.publish;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.warehouse.sql.SqlWarehouse;
import org.socialobservatory.ingest.warehouse.sql.duckdb.Connections;

/**
 * An installation that this process works on: its folder and its warehouse. With an embedded warehouse the folder is
 * this process's alone until closed; with PostgreSQL it is so only while something is written.
 */
public final class Installation implements AutoCloseable {

    /** How long a command waits for another one on the same folder. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Settings settings;
    private final DataFolder folder;
    private final @Nullable FolderLock lock;
    private final SqlWarehouse warehouse;

    private Installation(Settings settings, DataFolder folder, @Nullable FolderLock lock, SqlWarehouse warehouse) {
        this.settings = settings;
        this.folder = folder;
        this.lock = lock;
        this.warehouse = warehouse;
    }

    /**
     * Opens an installation, makes it where there is none, and tidies up what a crash has left.
     *
     * @throws BusyFolderException where another process works on the folder
     * @throws WarehouseBehindException where the files know editions that the warehouse does not
     */
    public static Installation open(Settings settings) {
        var installation = openAsItIs(settings);
        try {
            installation.alone(() -> Repair.of(installation).run());
            return installation;
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    /** Opens an installation whatever its state. */
    static Installation openAsItIs(Settings settings) {
        var folder = new DataFolder(settings.data());
        if (settings.database().isPresent()) {
            var database = settings.database().get();
            var connections = new org.socialobservatory.ingest.warehouse.sql.postgis.Connections(
                    database.url(), database.username(), database.password());
            return new Installation(settings, folder, null, new SqlWarehouse(connections));
        }
        var lock = FolderLock.take(folder.root(), PATIENCE, () -> hasServer(folder));
        try {
            return new Installation(settings, folder, lock, new SqlWarehouse(new Connections(folder.duckdb())));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A server keeps its folder for good, so that there is nothing to wait for. */
    private static boolean hasServer(DataFolder folder) {
        return RunningServer.on(folder.root()).isPresent();
    }

    public Settings settings() {
        return settings;
    }

    public DataFolder folder() {
        return folder;
    }

    public SqlWarehouse warehouse() {
        return warehouse;
    }

    /** Does something while no other process works on the folder. */
    <T> T alone(Supplier<T> work) {
        if (lock != null) {
            return work.get();
        }
        try (var _ = FolderLock.take(folder.root(), PATIENCE, () -> false)) {
            return work.get();
        }
    }

    @Override
    public void close() {
        warehouse.close();
        if (lock != null) {
            lock.close();
        }
    }
}
