package org.socialobservatory.ingest.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Readers;
import org.socialobservatory.ingest.publish.Settings;
import org.socialobservatory.ontology.Language;

/** Where a command is carried out: in the process of who gives it, or in a server's. */
public interface Workplace {

    Console console();

    /** The language of who gives the command, unless the command says another. */
    Language language();

    /** Where relative paths of the command begin. */
    Path directory();

    /** Who gives the command. */
    String author();

    /** The settings of the installation that the command is about. */
    Settings settings(Optional<Path> data, Optional<Path> config);

    /** Does something with the installation, and returns its exit status. */
    int with(Settings settings, Task task);

    /** The same, whatever the state of its warehouse. */
    int withAnyWarehouse(Settings settings, Task task);

    /** Something done with an installation. */
    interface Task {
        /**
         * Does it.
         *
         * @param readers who shows what is published
         * @return the exit status
         */
        int run(Installation installation, Readers readers);
    }
}
