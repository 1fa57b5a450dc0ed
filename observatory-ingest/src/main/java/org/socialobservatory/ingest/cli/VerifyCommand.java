package org.socialobservatory.ingest.cli;

import java.util.Locale;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Readers;
import org.socialobservatory.ingest.publish.Recomputation;
import org.socialobservatory.ingest.publish.Verification;
import org.socialobservatory.ontology.edition.Edition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads everything again and says whether files, warehouse and doors agree. */
@Command(name = "verify")
final class VerifyCommand extends InstallationCommand {

    @Option(names = "--recompute", descriptionKey = "option.recompute")
    private boolean recompute;

    @Override
    public Integer call() {
        return program().workplace().withAnyWarehouse(program().settings(), this::run);
    }

    @Override
    int run(Installation installation, Readers readers) {
        var editions = installation.warehouse().editions();
        var wrong = new Verification(installation, readers)
                .run(edition -> console().complain(words().say("verify.edition", edition.dataset(), edition.number())));
        for (var disagreement : wrong) {
            var edition = disagreement.edition();
            console()
                    .say((edition == null ? "" : edition + ": ")
                            + words().say(
                                            "verify."
                                                    + disagreement
                                                            .fault()
                                                            .name()
                                                            .toLowerCase(Locale.ROOT)
                                                            .replace('_', '-'),
                                            disagreement.what()));
        }
        if (recompute) {
            var recomputation = new Recomputation(installation);
            editions.stream()
                    .filter(edition -> !edition.isWithdrawn())
                    .forEach(edition -> report(edition, recomputation.of(edition)));
        }
        if (!wrong.isEmpty()) {
            console().complain(words().say("verify.wrong", wrong.size()));
            return Exit.REFUSED;
        }
        console().say(editions.isEmpty() ? words().say("verify.empty") : words().say("verify.right", editions.size()));
        return Exit.DONE;
    }

    private void report(Edition edition, Recomputation.Outcome outcome) {
        switch (outcome) {
            case Recomputation.Outcome.WithoutAnswers _ -> {}
            case Recomputation.Outcome.Refused refused -> {
                console().say(words().say("recompute.refused", edition.dataset(), edition.number()));
                refused.errors().forEach(error -> console().say("  " + FindingsReport.line(error, words())));
            }
            case Recomputation.Outcome.Estimated again -> {
                var difference = again.difference();
                console()
                        .say(words().say(
                                        difference.isNone() ? "recompute.same" : "recompute.different",
                                        edition.dataset(),
                                        edition.number(),
                                        edition.cells(),
                                        again.methodThen(),
                                        again.methodNow(),
                                        difference.added(),
                                        difference.changed(),
                                        difference.gone()));
            }
        }
    }
}
