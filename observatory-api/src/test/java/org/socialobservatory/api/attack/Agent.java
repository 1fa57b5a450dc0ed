package org.socialobservatory.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalLong;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.ingest.FindingReport;
import org.socialobservatory.ingest.Intake;
import org.socialobservatory.ingest.publish.DataFolder;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Progress;
import org.socialobservatory.ingest.publish.Publisher;
import org.socialobservatory.ingest.publish.Readers;

/** Publishes packages as an agent of the town does. */
public final class Agent {

    private final Installation installation;
    private final Publisher publisher;

    Agent(Installation installation, Snapshots snapshots) {
        this.installation = installation;
        this.publisher = new Publisher(installation, Clock.systemUTC(), new Readers() {
            @Override
            public void reload() {
                snapshots.reload();
            }

            @Override
            public OptionalLong sequence() {
                return OptionalLong.empty();
            }
        });
    }

    DataFolder data() {
        return installation.folder();
    }

    /** Publishes a package; gives what was found, in the forms in which it can be kept. */
    public String publish(Path folder) {
        var proposal = publisher.propose(folder, Progress.SILENT);
        try (var intake = proposal.intake()) {
            assertThat(intake.content()).as(intake.findings().toString()).isPresent();
            publisher.publish(proposal, "agent", Progress.SILENT);
            return found(intake);
        }
    }

    /** Looks at a package before it is published; gives the path below which it is seen. */
    String preview(Path folder) {
        var proposal = publisher.propose(folder, Progress.SILENT);
        try (var intake = proposal.intake()) {
            assertThat(intake.content()).as(intake.findings().toString()).isPresent();
            return "/preview/"
                    + publisher.preview(proposal, "agent", Progress.SILENT).token();
        }
    }

    private static String found(Intake intake) {
        var found = new StringWriter();
        FindingReport.csv(intake.findings(), found);
        FindingReport.json(intake.findings(), intake.counts(), found);
        return found.toString();
    }
}
