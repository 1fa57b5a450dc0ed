package org.socialobservatory.ingest.cli;

import org.socialobservatory.ingest.publish.Proposal;
import org.socialobservatory.ingest.publish.Publisher;
import picocli.CommandLine.Command;

/** Says all that is wrong or notable with a package, and stores nothing. */
@Command(name = "check")
final class CheckCommand extends PackageCommand {

    @Override
    int accepted(Proposal proposal, Publisher publisher) {
        int cells = proposal.intake().content().orElseThrow().cells().size();
        console().say(words().say("package.acceptable", cells));
        return Exit.DONE;
    }
}
