package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.finding.Severity;
import org.socialobservatory.ontology.indicator.Catalogue;

/**
 * The invented town of {@code packages/town}, a package without any finding, in a folder of its own where a test may
 * break it.
 */
public final class Town {

    /** An installation that has published nothing. */
    public static final Published NOTHING = new Published(
            Territory.empty(),
            new Catalogue(Vocabulary.load().indicators(), Vocabulary.load().codeLists(), List.of(), List.of()));

    private final Path folder;

    private Town(Path folder) {
        this.folder = folder;
    }

    /** The sound package. */
    public static Town in(Path folder) {
        var town = new Town(folder);
        try (var files = Files.list(resource("packages/town"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return town;
    }

    /** A folder for another package. */
    public static Town at(Path folder) {
        return new Town(folder);
    }

    /** A file or folder of the test resources. */
    static Path resource(String path) {
        try {
            var url = Objects.requireNonNull(Town.class.getClassLoader().getResource(path), path);
            return Path.of(url.toURI());
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Path folder() {
        return folder;
    }

    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Replaces a text that must be there. */
    public Town replace(String file, String old, String by) {
        var text = text(file);
        assertThat(text).contains(old);
        return write(file, text.replace(old, by));
    }

    public Town append(String file, String line) {
        return write(file, text(file) + line + "\n");
    }

    public Town write(String file, String text) {
        return write(file, text, StandardCharsets.UTF_8);
    }

    public Town write(String file, String text, Charset charset) {
        return write(file, text.getBytes(charset));
    }

    public Town write(String file, byte[] bytes) {
        try {
            Files.createDirectories(Objects.requireNonNull(folder.resolve(file).getParent()));
            Files.write(folder.resolve(file), bytes);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public Town delete(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    public Read read() {
        return read(NOTHING);
    }

    public Read read(Published published) {
        return read(folder, published);
    }

    static Read read(Path given, Published published) {
        return new Read(Ingest.read(given, published, Vault.in(Path.of("target", "vault"))));
    }

    /** What an installation has published once it took an edition. */
    static Published after(Definitions definitions) {
        var territory = Territory.empty().extended();
        definitions.areas().forEach(territory::state);
        definitions.areaVersions().forEach(territory::state);
        definitions.changes().forEach(territory::state);
        return new Published(
                territory.build(),
                new Catalogue(
                        Vocabulary.load().indicators(),
                        Vocabulary.load().codeLists(),
                        definitions.indicators(),
                        definitions.codeLists()));
    }

    /** An intake with what tests ask of it. */
    public record Read(Intake intake) implements AutoCloseable {

        public List<Finding> of(FindingRule rule) {
            return intake.findings().stream()
                    .filter(finding -> finding.rule() == rule)
                    .toList();
        }

        /** The only finding, which is of this rule and stops the edition. */
        public Finding refusedFor(FindingRule rule) {
            assertThat(intake.findings()).extracting(Finding::rule).contains(rule);
            assertThat(rule.severity()).isEqualTo(Severity.ERROR);
            assertThat(intake.findings().stream().filter(finding -> finding.severity() == Severity.ERROR))
                    .extracting(Finding::rule)
                    .containsOnly(rule);
            assertThat(intake.content()).isEmpty();
            return of(rule).getFirst();
        }

        /** The only finding, which is of this rule and is published with the edition. */
        public Finding publishedWith(FindingRule rule) {
            assertThat(intake.findings()).extracting(Finding::rule).containsOnly(rule);
            assertThat(rule.severity()).isNotEqualTo(Severity.ERROR);
            assertThat(intake.content()).isPresent();
            return of(rule).getFirst();
        }

        public void published() {
            assertThat(intake.findings()).isEmpty();
            assertThat(intake.content()).isPresent();
        }

        @Override
        public void close() {
            intake.close();
        }
    }
}
