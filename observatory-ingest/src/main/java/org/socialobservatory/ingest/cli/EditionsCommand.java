package org.socialobservatory.ingest.cli;

import java.util.HashMap;
import java.util.List;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Readers;
import org.socialobservatory.ontology.edition.Edition;
import picocli.CommandLine.Command;

/** Lists all editions, one line each, for people and for scripts: its words are the same in all languages. */
@Command(name = "editions")
final class EditionsCommand extends InstallationCommand {

    @Override
    int run(Installation installation, Readers readers) {
        var editions = installation.warehouse().editions();
        var newest = new HashMap<String, Integer>();
        for (var edition : editions) {
            if (!edition.isWithdrawn()) {
                newest.merge(edition.dataset(), edition.number(), Math::max);
            }
        }
        for (var edition : editions) {
            console().say(line(edition, newest.getOrDefault(edition.dataset(), 0)));
        }
        return Exit.DONE;
    }

    private static String line(Edition edition, int newest) {
        var state = edition.isWithdrawn()
                ? "withdrawn"
                : edition.number() == newest ? "current" : edition.sourceErased() ? "source-erased" : "superseded";
        return String.join(
                "\t",
                List.of(
                        edition.dataset(),
                        Integer.toString(edition.number()),
                        edition.publishedAt().toString(),
                        edition.contentHash(),
                        Long.toString(edition.cells()),
                        state));
    }
}
