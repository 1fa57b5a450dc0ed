package org.socialobservatory.ingest.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.socialobservatory.ingest.Ingest;
import org.socialobservatory.ingest.Intake;
import org.socialobservatory.ingest.estimate.Estimator;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.mapping.description.Role;
import org.socialobservatory.ingest.publish.Progress.Stage;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ingest.warehouse.ContentHash;
import org.socialobservatory.ingest.warehouse.EditionFile;
import org.socialobservatory.ingest.warehouse.EditionMetadata;
import org.socialobservatory.ingest.warehouse.KeptFile;
import org.socialobservatory.ingest.warehouse.NoSuchEditionException;
import org.socialobservatory.ingest.warehouse.Publication;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.edition.SourceResource;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.meeting.Meeting;

/**
 * Makes editions of packages. The order of the steps is the promise that an edition is whole or not at all: first its
 * files, each with its bytes on the disk before its name; then the commit of the warehouse, which alone decides; then
 * what can be made of the warehouse again.
 */
public final class Publisher {

    private final Installation installation;
    private final Clock clock;
    private final Readers readers;

    /** @param readers those who must show an edition before a command says that it is published */
    public Publisher(Installation installation, Clock clock, Readers readers) {
        this.installation = installation;
        this.clock = clock;
        this.readers = readers;
    }

    /** Reads a package and says what publishing it would do; stores nothing. */
    public Proposal propose(Path folderOrZip, Progress progress) {
        progress.enter(Stage.READ);
        var intake = Ingest.read(
                folderOrZip, published(), Vault.in(installation.folder().root()));
        progress.enter(Stage.COMPARE);
        return propose(intake);
    }

    /** Says what publishing something that was read would do. */
    Proposal propose(Intake intake) {
        var former = intake.content()
                .flatMap(content -> newest(content.definitions().dataset().code()));
        return new Proposal(intake, former, difference(intake, former), meetings(intake));
    }

    private Difference difference(Intake intake, Optional<Edition> former) {
        if (intake.content().isEmpty()) {
            return Difference.NONE;
        }
        var cells = intake.content().get().cells();
        if (former.isEmpty()) {
            return Difference.first(cells.size());
        }
        return former.get().packageHash().equals(intake.packageHash())
                ? Difference.NONE
                : Difference.between(installation.warehouse(), former.get().id(), cells);
    }

    private MeetingDifference meetings(Intake intake) {
        if (intake.content().isEmpty()) {
            return MeetingDifference.NONE;
        }
        var said = intake.content().get().definitions();
        var before = new ArrayList<Meeting>();
        for (var edition : installation.warehouse().editions()) {
            if (edition.dataset().equals(said.dataset().code()) && !edition.isWithdrawn()) {
                before.addAll(installation.warehouse().definitions(edition.id()).meetings());
            }
        }
        return MeetingDifference.between(before, said.meetings());
    }

    private Optional<Edition> newest(String dataset) {
        return installation.warehouse().editions().stream()
                .filter(edition -> edition.dataset().equals(dataset) && !edition.isWithdrawn())
                .reduce((_, later) -> later);
    }

    /** What a package finds that arrives now. */
    public Published published() {
        return Standing.now(installation.warehouse()).published();
    }

    /** Publishes what was proposed; it is at every door when this returns. */
    public Edition publish(Proposal proposal, String author, Progress progress) {
        var content = proposal.intake().content().orElseThrow();
        var edition = installation.alone(() -> {
            var publication = publication(proposal, content, author);
            progress.enter(Stage.KEEP);
            keepFiles(proposal.intake(), publication.edition());
            var hash = publication.edition().contentHash();
            proposal.intake().answers().ifPresent(answers -> answers.keep(hash, Estimator.METHOD));
            progress.enter(Stage.WRITE);
            EditionFile.write(installation.folder().file(publication.edition()), content);
            progress.enter(Stage.COMMIT);
            var committed = installation.warehouse().commit(publication);
            record(committed);
            return committed;
        });
        progress.enter(Stage.SHOW);
        readers.reload();
        removeOldPreviews();
        return edition;
    }

    /** Number and sequence are a guess that the warehouse corrects. */
    private Publication publication(Proposal proposal, EditionContent content, String author) {
        var intake = proposal.intake();
        var dataset = content.definitions().dataset().code();
        var warehouse = installation.warehouse();
        int last = warehouse.editions().stream()
                .filter(edition -> edition.dataset().equals(dataset))
                .mapToInt(Edition::number)
                .max()
                .orElse(0);
        var edition = new Edition(
                dataset,
                last + 1,
                warehouse.sequence() + 1,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                author,
                intake.reason(),
                intake.packageHash(),
                ContentHash.of(content),
                content.cells().size(),
                null);
        var files = intake.files().stream()
                .map(file -> new KeptFile(file.path(), file.sha256()))
                .toList();
        return new Publication(edition, content, files, publicFindings(intake, content), intake.gateCounts());
    }

    private void keepFiles(Intake intake, Edition edition) {
        try {
            installation.folder().keep(edition.contentHash(), intake.gateReport());
            for (var file : intake.files()) {
                installation.folder().keep(file);
            }
            for (var rows : intake.refused()) {
                installation.folder().keep(intake.packageHash(), rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Findings go to the doors with their edition, those about answers of persons without rows and values. */
    static List<Finding> publicFindings(Intake intake, EditionContent content) {
        var answers = content.definitions().resources().stream()
                .filter(resource -> resource.role().equals(Role.RESPONSES.code()))
                .map(SourceResource::name)
                .toList();
        return intake.findings().stream()
                .map(finding -> answers.contains(finding.place().resource()) ? finding.withoutAnswer() : finding)
                .toList();
    }

    private void record(Edition edition) {
        EditionMetadata.of(installation.warehouse(), edition)
                .write(installation.folder().metadata(edition));
    }

    /** Makes a private copy of what was proposed, to be looked at before it is published. */
    public Preview preview(Proposal proposal, String author, Progress progress) {
        progress.enter(Stage.PREVIEW);
        removeOldPreviews();
        var content = proposal.intake().content().orElseThrow();
        return new Previews(installation.folder()).write(publication(proposal, content, author));
    }

    private void removeOldPreviews() {
        var lifetime = installation.settings().previewLifetime();
        new Previews(installation.folder()).removeOlderThan(clock.instant().minus(lifetime));
    }

    /** Withdraws an edition; every door says so when this returns. */
    public Edition withdraw(Edition.Id id, String reason) {
        var edition = installation.alone(() -> {
            if (installation.warehouse().editions().stream()
                    .noneMatch(one -> one.id().equals(id))) {
                throw new NoSuchEditionException(id);
            }
            var withdrawn = installation
                    .warehouse()
                    .withdraw(id, reason, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            record(withdrawn);
            return withdrawn;
        });
        readers.reload();
        return edition;
    }
}
