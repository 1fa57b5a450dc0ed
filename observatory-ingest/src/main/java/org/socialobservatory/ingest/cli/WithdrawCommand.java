package org.socialobservatory.ingest.cli;

import java.time.Clock;
import java.util.OptionalInt;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Publisher;
import org.socialobservatory.ingest.publish.Readers;
import org.socialobservatory.ingest.warehouse.NoSuchEditionException;
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

    @Option(names = "--yes", descriptionKey = "option.yes-withdraw")
    private boolean yes;

    @Override
    int run(Installation installation, Readers readers) {
        if (reason.isBlank()) {
            console().complain(words().say("withdraw.reason"));
            return Exit.MISUSE;
        }
        var id = new Edition.Id(dataset, number);
        var before = installation.warehouse().editions().stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchEditionException(id));
        if (before.isWithdrawn()) {
            console().say(words().say("withdraw.already", dataset, number));
            return Exit.DONE;
        }
        console().say(words().say("withdraw.about", dataset, number, before.cells()));
        var ended = yes ? OptionalInt.empty() : unconfirmed("withdraw");
        if (ended.isPresent()) {
            return ended.getAsInt();
        }
        new Publisher(installation, Clock.systemUTC(), readers).withdraw(id, reason.strip());
        console().say(words().say("withdraw.done", dataset, number));
        return Exit.DONE;
    }
}
