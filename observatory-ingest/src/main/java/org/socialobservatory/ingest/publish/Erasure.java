package org.socialobservatory.ingest.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.socialobservatory.ingest.Intake;
import org.socialobservatory.ingest.estimate.Estimator;
import org.socialobservatory.ingest.vault.KeptAnswers;
import org.socialobservatory.ingest.vault.Tombstone;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ingest.warehouse.ContentHash;
import org.socialobservatory.ingest.warehouse.EditionFile;
import org.socialobservatory.ingest.warehouse.EditionMetadata;
import org.socialobservatory.ingest.warehouse.Publication;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.SourceResource;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.Severity;

/**
 * Erases the answers of a person who asks for it. The next edition is estimated without them; those before it keep their
 * cells and say that their source was erased. The commit of that edition decides: before it nothing is erased, after it
 * the vault is rewritten, if need be by the next command.
 */
public final class Erasure {

    /** Persons that a figure must count unless a package asks for more (`minRespondents`). */
    private static final int FEWEST = 10;

    private final Installation installation;
    private final Clock clock;
    private final Readers readers;
    private final Vault vault;

    public Erasure(Installation installation, Clock clock, Readers readers) {
        this.installation = installation;
        this.clock = clock;
        this.readers = readers;
        this.vault = Vault.in(installation.folder().root());
    }

    /**
     * What would be erased.
     *
     * @param units keys of the answers as the vault has them
     * @param editions numbers of the editions that were estimated from them, ascending
     */
    public record Found(String dataset, String resource, Set<String> units, List<Integer> editions) {
        public Found {
            units = Set.copyOf(units);
            editions = List.copyOf(editions);
        }

        public boolean isNothing() {
            return units.isEmpty();
        }

        /**
         * Whether readers who compare the next edition with one before it could tell what the answers said: the
         * difference of the two is a table of so few.
         */
        public boolean isTold() {
            return units.size() < FEWEST;
        }

        /** This and the answers of another key. */
        public Found with(Found other) {
            var all = new HashSet<>(units);
            all.addAll(other.units);
            var numbers = new TreeSet<>(editions);
            numbers.addAll(other.editions);
            return new Found(dataset, resource, all, List.copyOf(numbers));
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** Erased; every edition that was estimated from the answers is withdrawn, so that there is none to replace. */
        record Silent() implements Outcome {}

        /** Erased and published without them. */
        record Published(Edition edition) implements Outcome {}

        /** Not erased: without these answers there is no edition. */
        record Refused(List<Finding> errors) implements Outcome {
            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    /** Finds the answers of a key in all editions of a dataset, withdrawn ones too. */
    public Found find(String dataset, String resource, String key) {
        var units = new HashSet<String>();
        var numbers = new TreeSet<Integer>();
        eachKept(dataset, (edition, answers) -> {
            var found = vault.erased().find(answers, resource, key);
            if (!found.isEmpty()) {
                units.addAll(found);
                numbers.add(edition.number());
            }
        });
        return new Found(dataset, resource, units, List.copyOf(numbers));
    }

    /** Somebody who looks at editions with their answers. */
    private interface Look {
        void at(Edition edition, KeptAnswers answers);
    }

    private void eachKept(String dataset, Look look) {
        for (var edition : installation.warehouse().editions()) {
            if (edition.dataset().equals(dataset)) {
                vault.kept(edition.contentHash()).ifPresent(answers -> look.at(edition, answers));
            }
        }
    }

    /** Content hashes of the editions of a dataset. */
    static List<String> of(List<Edition> editions, String dataset) {
        return editions.stream()
                .filter(edition -> edition.dataset().equals(dataset))
                .map(Edition::contentHash)
                .distinct()
                .toList();
    }

    /**
     * Erases what was found.
     *
     * @param reason for readers of the new edition; it must not tell who asked
     */
    public Outcome erase(Found found, String reason, String author) {
        var outcome = installation.alone(() -> {
            var tombstone = tombstone(found, reason);
            var newest = newest(found.dataset());
            var answers = newest.flatMap(edition -> vault.kept(edition.contentHash()));
            vault.erased().order(tombstone);
            if (answers.isPresent()) {
                var made = replace(newest.orElseThrow(), answers.get(), tombstone, found, author);
                if (made instanceof Outcome.Refused) {
                    vault.erased().cancel(tombstone);
                    return made;
                }
                carryOut(tombstone);
                return made;
            }
            carryOut(tombstone);
            return new Outcome.Silent();
        });
        readers.reload();
        return outcome;
    }

    private void carryOut(Tombstone tombstone) {
        vault.erased().carryOut(tombstone, of(installation.warehouse().editions(), tombstone.dataset()));
    }

    private Optional<Edition> newest(String dataset) {
        return installation.warehouse().editions().stream()
                .filter(edition -> edition.dataset().equals(dataset) && !edition.isWithdrawn())
                .reduce((_, later) -> later);
    }

    private Tombstone tombstone(Found found, String reason) {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var sources = new HashSet<String>();
        eachKept(
                found.dataset(),
                (edition, _) -> installation.warehouse().definitions(edition.id()).resources().stream()
                        .filter(resource -> resource.name().equals(found.resource()))
                        .map(SourceResource::sha256)
                        .forEach(sources::add));
        var said = String.join("\n", found.dataset(), found.resource(), at, new TreeSet<>(found.units()).toString());
        return new Tombstone(
                sha256(said), found.dataset(), found.resource(), found.units(), sources, at, reason, false);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Publishes the next edition, estimated without the answers. */
    private Outcome replace(Edition former, KeptAnswers answers, Tombstone tombstone, Found found, String author) {
        try (var staging = vault.erased().without(answers, tombstone);
                var intake = new Recomputation(installation)
                        .again(former, staging.kept(), Standing.now(installation.warehouse()))) {
            if (intake.content().isEmpty()) {
                return new Outcome.Refused(intake.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList());
            }
            var publication = publication(former, intake, tombstone, found, author);
            var edition = publication.edition();
            keepReport(edition, intake);
            staging.keep(edition.contentHash(), Estimator.METHOD);
            EditionFile.write(installation.folder().file(edition), publication.content());
            var committed = installation.warehouse().commit(publication);
            record(committed, found);
            return new Outcome.Published(committed);
        }
    }

    private Publication publication(Edition former, Intake intake, Tombstone tombstone, Found found, String author) {
        var content = intake.content().orElseThrow();
        var warehouse = installation.warehouse();
        var edition = new Edition(
                former.dataset(),
                former.number() + 1,
                warehouse.sequence() + 1,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                author,
                tombstone.reason(),
                tombstone.id(),
                ContentHash.of(content),
                content.cells().size(),
                null);
        return new Publication(
                edition,
                content,
                warehouse.files(former.id()),
                Publisher.publicFindings(intake, content),
                intake.gateCounts(),
                found.editions());
    }

    private void keepReport(Edition edition, Intake intake) {
        try {
            installation.folder().keep(edition.contentHash(), intake.gateReport());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void record(Edition committed, Found found) {
        var warehouse = installation.warehouse();
        Consumer<Edition> write = edition -> EditionMetadata.of(warehouse, edition)
                .write(installation.folder().metadata(edition));
        write.accept(committed);
        warehouse.editions().stream()
                .filter(edition -> edition.dataset().equals(found.dataset())
                        && found.editions().contains(edition.number()))
                .forEach(write);
    }
}
