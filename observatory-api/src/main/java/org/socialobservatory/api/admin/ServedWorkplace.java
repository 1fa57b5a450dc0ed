package org.socialobservatory.api.admin;

import java.nio.file.Path;
import java.util.Optional;
import org.socialobservatory.ingest.cli.Console;
import org.socialobservatory.ingest.cli.ServerBeside;
import org.socialobservatory.ingest.cli.Workplace;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Readers;
import org.socialobservatory.ingest.publish.Settings;
import org.socialobservatory.ontology.Language;

/** Carries out commands of somebody beside the server on the installation that it serves, whatever else they name. */
record ServedWorkplace(Installation installation, Readers readers, ServerBeside.Order order, Console console)
        implements Workplace {

    @Override
    public Language language() {
        return order.language();
    }

    @Override
    public Path directory() {
        return Path.of(order.directory());
    }

    @Override
    public String author() {
        return order.author();
    }

    @Override
    public Settings settings(Optional<Path> data, Optional<Path> config) {
        return installation.settings();
    }

    @Override
    public int with(Settings settings, Task task) {
        return task.run(installation, readers);
    }

    @Override
    public int withAnyWarehouse(Settings settings, Task task) {
        return task.run(installation, readers);
    }
}
