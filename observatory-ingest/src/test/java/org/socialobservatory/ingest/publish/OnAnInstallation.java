package org.socialobservatory.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ingest.Town;
import org.socialobservatory.ingest.warehouse.PostgisServer;
import org.socialobservatory.ontology.edition.Edition;

/**
 * An installation, empty before each test, and a folder for the package that arrives. Its warehouse is in its folder
 * where a class does not say otherwise.
 */
abstract class OnAnInstallation {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    Installation installation;

    private @Nullable Settings settings;

    /** The database that holds the warehouse; empty where it is a file. */
    Optional<Settings.Database> database() {
        return Optional.empty();
    }

    /** A new database of PostgreSQL with PostGIS. */
    static Optional<Settings.Database> postgis() {
        var server = PostgisServer.start();
        return Optional.of(new Settings.Database(server.newDatabase(), server.username(), server.password()));
    }

    @BeforeEach
    void open() {
        if (settings == null) {
            settings = new Settings(data, Settings.DEFAULT_BASE_IRI, database());
        }
        installation = Installation.open(settings);
    }

    @AfterEach
    void close() {
        installation.close();
    }

    /** What the next command of another process finds. */
    void reopen() {
        close();
        open();
    }

    Publisher publisher() {
        return new Publisher(installation, Clock.systemUTC(), Readers.NONE);
    }

    Edition publish(Town town) {
        try (var proposal = publisher().propose(town.folder(), Progress.SILENT)) {
            assertThat(proposal.isAcceptable())
                    .as(() -> proposal.intake().findings().toString())
                    .isTrue();
            return publisher().publish(proposal, "agent", Progress.SILENT);
        }
    }
}
