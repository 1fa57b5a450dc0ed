package org.socialobservatory.ingest.cli;

import java.time.Clock;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Publisher;
import org.socialobservatory.ingest.publish.Readers;
import org.socialobservatory.ontology.edition.Edition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Withdraws an edition; its number is never used again. */
@Command(name = "withdraw")
final class WithdrawCommand extends InstallationCommand {

    @Parameters(index = "0", paramLabel = "DATASET", descriptionKey = "parameter.dataset")
    private String dataset = "";

    @Parameters(index = "1", paramLabel = "EDITION", descriptionKey = "parameter.edition")
    private int number;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "option.reason")
    private String reason = "";

    @Override
    int run(Installation installation, Readers readers) {
        if (reason.isBlank()) {
            console().complain(words().say("withdraw.reason"));
            return Exit.MISUSE;
        }
        var id = new Edition.Id(dataset, number);
        var before = installation.warehouse().editions().stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst();
        if (before.isPresent() && before.get().isWithdrawn()) {
            console().say(words().say("withdraw.already", dataset, number));
            return Exit.DONE;
        }
        new Publisher(installation, Clock.systemUTC(), readers).withdraw(id, reason.strip());
        console().say(words().say("withdraw.done", dataset, number));
        return Exit.DONE;
    }
}
