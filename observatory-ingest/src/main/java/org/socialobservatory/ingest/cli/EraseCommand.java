package org.socialobservatory.ingest.cli;

import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import org.socialobservatory.ingest.publish.Erasure;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Readers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases the answers of a person who asks for it, and publishes what is estimated without them. */
@Command(name = "erase")
final class EraseCommand extends InstallationCommand {

    @Parameters(index = "0", paramLabel = "DATASET", descriptionKey = "parameter.dataset")
    private String dataset = "";

    @Parameters(index = "1", paramLabel = "RESOURCE", descriptionKey = "parameter.resource")
    private String resource = "";

    @Option(names = "--key", paramLabel = "KEY", required = true, descriptionKey = "option.key")
    private List<String> keys = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "option.reason-erase")
    private String reason = "";

    @Option(names = "--yes", descriptionKey = "option.yes-erase")
    private boolean yes;

    @Override
    int run(Installation installation, Readers readers) {
        if (reason.isBlank()) {
            console().complain(words().say("erase.reason"));
            return Exit.MISUSE;
        }
        var erasure = new Erasure(installation, Clock.systemUTC(), readers);
        var each =
                keys.stream().map(key -> erasure.find(dataset, resource, key)).toList();
        if (each.stream().anyMatch(Erasure.Found::isNothing)) {
            console().say(words().say("erase.nothing", dataset, resource));
            return Exit.REFUSED;
        }
        var found = each.stream().reduce(Erasure.Found::with).orElseThrow();
        console()
                .say(words().say(
                                "erase.about",
                                found.units().size(),
                                dataset,
                                resource,
                                found.editions().size()));
        if (found.isTold()) {
            console().say(words().say("erase.told", dataset));
        }
        var ended = yes ? OptionalInt.empty() : unconfirmed("erase");
        if (ended.isPresent()) {
            return ended.getAsInt();
        }
        return switch (erasure.erase(
                found, reason.strip(), program().workplace().author())) {
            case Erasure.Outcome.Published published -> {
                console()
                        .say(words().say(
                                        "erase.published",
                                        dataset,
                                        published.edition().number()));
                yield Exit.DONE;
            }
            case Erasure.Outcome.Silent _ -> {
                console().say(words().say("erase.silent", dataset));
                yield Exit.DONE;
            }
            case Erasure.Outcome.Refused refused -> {
                console().say(words().say("erase.refused", dataset));
                refused.errors().forEach(error -> console().say("  " + FindingsReport.line(error, words())));
                yield Exit.REFUSED;
            }
        };
    }
}
