package org.socialobservatory.ingest.cli;

import java.util.Locale;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Readers;
import org.socialobservatory.ingest.publish.Verification;
import picocli.CommandLine.Command;

/** Reads everything again and says whether files, warehouse and doors agree. */
@Command(name = "verify")
final class VerifyCommand extends InstallationCommand {

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
        if (!wrong.isEmpty()) {
            console().complain(words().say("verify.wrong", wrong.size()));
            return Exit.REFUSED;
        }
        console().say(editions.isEmpty() ? words().say("verify.empty") : words().say("verify.right", editions.size()));
        return Exit.DONE;
    }
}
