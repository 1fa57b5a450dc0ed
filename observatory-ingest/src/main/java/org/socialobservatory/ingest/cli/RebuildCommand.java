package org.socialobservatory.ingest.cli;

import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Readers;
import org.socialobservatory.ingest.publish.Rebuild;
import picocli.CommandLine.Command;

/** Makes the warehouse anew from the files of the editions. */
@Command(name = "rebuild")
final class RebuildCommand extends InstallationCommand {

    @Override
    public Integer call() {
        return program().workplace().withAnyWarehouse(program().settings(), this::run);
    }

    @Override
    int run(Installation installation, Readers readers) {
        var editions = new Rebuild(installation).run(readers);
        console().say(words().say("rebuild.done", editions.size()));
        return Exit.DONE;
    }
}
