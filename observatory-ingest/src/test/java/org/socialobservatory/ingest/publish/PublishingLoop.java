package org.socialobservatory.ingest.publish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.socialobservatory.ingest.warehouse.Editions;

/** A program that publishes and withdraws until it is killed, and says what it has been promised. */
final class PublishingLoop {

    private PublishingLoop() {}

    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[0]);
        var files = Files.createDirectories(data.resolveSibling("package"));
        var settings = new Settings(data, Settings.DEFAULT_BASE_IRI, Optional.empty());
        try (var installation = Installation.open(settings)) {
            var publisher = new Publisher(installation, Clock.systemUTC(), Readers.NONE);
            for (int turn = installation.warehouse().editions().size(); ; turn++) {
                var content = Editions.large("essai", 5_000 + turn);
                try (var proposal = publisher.propose(Intakes.of(content, "package " + turn, files))) {
                    var edition = publisher.publish(proposal, "loop", Progress.SILENT);
                    System.out.println("published " + edition.number() + " " + edition.contentHash());
                    if (turn % 3 == 2) {
                        publisher.withdraw(edition.id(), "turn " + turn);
                        System.out.println("withdrawn " + edition.number() + " -");
                    }
                }
            }
        }
    }
}
