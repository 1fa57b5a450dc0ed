package org.socialobservatory.ingest.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Proposal;
import org.socialobservatory.ingest.publish.Publisher;
import org.socialobservatory.ingest.publish.Readers;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about a package: reads it, prints the findings, and goes on where it is acceptable. */
abstract class PackageCommand extends InstallationCommand {

    @Parameters(index = "0", paramLabel = "PACKAGE", descriptionKey = "parameter.package")
    private Path given = Path.of("");

    @Option(names = "--findings", paramLabel = "FILE", descriptionKey = "option.findings")
    private @Nullable Path findings;

    @Override
    final int run(Installation installation, Readers readers) {
        var folderOrZip = program().resolve(given);
        if (!Files.exists(folderOrZip)) {
            console().complain(words().say("package.absent", folderOrZip));
            return Exit.MISUSE;
        }
        var publisher = new Publisher(installation, Clock.systemUTC(), readers);
        try (var proposal = propose(publisher, folderOrZip)) {
            report(proposal);
            if (!proposal.isAcceptable()) {
                console().complain(words().say("package.refused"));
                return Exit.REFUSED;
            }
            return accepted(proposal, publisher);
        }
    }

    private Proposal propose(Publisher publisher, Path folderOrZip) {
        try (var bar = console().progress(words())) {
            return publisher.propose(folderOrZip, bar);
        }
    }

    private void report(Proposal proposal) {
        new FindingsReport(proposal.intake(), words()).lines().forEach(console()::say);
        var gate = proposal.intake().gateReport();
        if (proposal.isAcceptable() || !gate.holds()) {
            new GateLines(gate, words()).lines().forEach(console()::say);
        }
        if (findings != null) {
            FindingsFile.write(program().resolve(findings), proposal.intake());
        }
    }

    /** What to do with a package that could be published. */
    abstract int accepted(Proposal proposal, Publisher publisher);
}
