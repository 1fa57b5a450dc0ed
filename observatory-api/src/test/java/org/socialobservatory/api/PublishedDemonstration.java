package org.socialobservatory.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.socialobservatory.ingest.Ingest;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.indicator.Catalogue;

/**
 * What the packages of the demonstration publish, one after the other; worked out once for all tests.
 *
 * @param findings of all packages, in their order
 */
public record PublishedDemonstration(List<EditionContent> contents, List<Finding> findings) {

    private static final class Once {
        private static final PublishedDemonstration PUBLISHED = publish();
    }

    public static PublishedDemonstration get() {
        return Once.PUBLISHED;
    }

    /** The fictitious survey of households. */
    public EditionContent survey() {
        return contents.get(1);
    }

    private static PublishedDemonstration publish() {
        try {
            var folder = Files.createTempDirectory(Path.of("target"), "demonstration");
            var vocabulary = Vocabulary.load();
            var territory = new Territory.Builder();
            var contents = new ArrayList<EditionContent>();
            var findings = new ArrayList<Finding>();
            var standing = new ArrayList<Published.Standing>();
            for (Path one : Demonstration.layOut(folder)) {
                var catalogue = new Catalogue(vocabulary.indicators(), vocabulary.codeLists(), List.of(), List.of());
                try (var intake = Ingest.read(
                        one,
                        new Published(territory.build(), catalogue, (_, _) -> {}, standing),
                        Vault.in(folder.resolve("vault")))) {
                    findings.addAll(intake.findings());
                    var content = intake.content().orElseThrow(() -> new AssertionError(intake.findings()));
                    content.definitions().areas().forEach(territory::state);
                    content.definitions().areaVersions().forEach(territory::state);
                    contents.add(content);
                    standing.add(standing(content, standing.size() + 1));
                }
            }
            delete(folder);
            return new PublishedDemonstration(List.copyOf(contents), List.copyOf(findings));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Published.Standing standing(EditionContent content, int sequence) {
        var edition = new Edition(
                content.definitions().dataset().code(),
                1,
                sequence,
                Instant.EPOCH,
                "demonstration",
                "",
                "0".repeat(64),
                "0".repeat(64),
                content.cells().size(),
                null);
        return new Published.Standing(edition, content.definitions(), content.cells()::forEach);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
