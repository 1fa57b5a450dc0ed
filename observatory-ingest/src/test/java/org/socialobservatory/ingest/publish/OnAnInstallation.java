package org.socialobservatory.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ingest.Town;
import org.socialobservatory.ontology.edition.Edition;

/** An installation on an embedded warehouse, empty before each test, and a folder for the package that arrives. */
abstract class OnAnInstallation {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    Installation installation;

    @BeforeEach
    void open() {
        installation = Installation.open(new Settings(data, Settings.DEFAULT_BASE_IRI, Optional.empty()));
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
