package org.socialobservatory.ingest.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.finding.Finding;

class VaultTest {

    private static final String EDITION = "0".repeat(64);

    @TempDir
    Path home;

    private Survey survey;

    @BeforeEach
    void invent() {
        survey = new Survey(home);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(survey.data())) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void nobodyElseCanOpenIt() throws IOException {
        try (var read = survey.read()) {
            read.staging.keep(EDITION, 1);
            try (Stream<Path> found = Files.walk(survey.data().resolve("vault"))) {
                assertThat(found)
                        .allSatisfy(
                                path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
            }
        }
    }

    @Test
    void nothingPersonalIsEverWritten() throws IOException {
        survey.replace("menages.csv", "urbain,1.5,oui", "urbain,0,Fatima?")
                .replace("personnes.csv", "AB1,40", "AB1,Fatima");
        survey.replace("personnes.csv", "Fatima H,,24", "0600000009,AB1,24");
        try (var read = survey.read()) {
            read.staging.keep(EDITION, 1);
            var written = new ArrayList<>(files());
            assertThat(written).hasSizeGreaterThanOrEqualTo(3);
            for (Path file : written) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(text).doesNotContain("Fatima 1", "Fatima A", "060000000", "AB1", "34.05");
            }
            for (Finding finding : read.findings.list()) {
                assertThat(finding.toString() + finding.sentence(Language.FR))
                        .doesNotContain("Fatima 1", "Fatima A", "060000000", "AB1", "34.05");
            }
        }
    }

    @Test
    void onePersonIsOneHashWhereverTheyAreNamed() {
        List<?> first;
        try (var read = survey.read()) {
            first = read.column("personnes", "cin");
            assertThat(first.getFirst()).isEqualTo(first.get(1)).isNotEqualTo(first.get(2));
            assertThat(first.getFirst().toString()).matches("[0-9a-f]{32}");
            assertThat(first.get(3)).isNull();
        }
        try (var again = survey.read()) {
            assertThat(again.column("personnes", "cin")).isEqualTo(first);
        }
        var elsewhere = new Survey(home.resolve("elsewhere"));
        try (var there = elsewhere.read()) {
            assertThat(there.column("personnes", "cin")).isNotEqualTo(first);
        }
    }

    @Test
    void aPersonalKeyJoinsByItsHash() {
        survey.replace("datapackage.yaml", "personal: [chef, tel]", "personal: [chef, tel, KEY]");
        try (var read = survey.read()) {
            assertThat(read.findings.stops()).isFalse();
            assertThat(read.column("personnes", "_household").getFirst().toString())
                    .matches("[0-9a-f]{32}");
            assertThat(read.column("personnes", "_household"))
                    .startsWith(read.column("menages", "_unit").getFirst());
            assertThat(text(read.table("personnes").received().location())).doesNotContain("uuid:1,", "uuid:1\r");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void whatWasReceivedIsKeptWithoutPersonalColumns() throws IOException {
        try (var read = survey.read()) {
            var received = read.table("menages").received();
            read.staging.keep(EDITION, 1);
            var kept = survey.vault().received(received.sha256());
            assertThat(text(kept).lines().toList())
                    .startsWith(
                            "_row,SubmissionDate,today,id-quartier,id-ilot,strate,poids,eau,equipement,KEY,FormVersion",
                            "2,2025-03-02T10:00:00Z,2025-03-01,nord,1,urbain,1.5,oui,tv radio,uuid:1,v2");
            assertThat(read.table("menages").source()).hasSize(64).isNotEqualTo(received.sha256());
            assertThat(Survey.query(survey.vault().answers(EDITION, "menages"), "_unit"))
                    .hasSize(6);
        }
    }

    @Test
    void whatIsNotPublishedIsGone() throws IOException {
        survey.read().close();
        assertThat(files()).extracting(file -> file.getFileName().toString()).containsExactly("salt");
    }

    @Test
    void orphansAreRemovedAndEditionsStay() throws IOException {
        String sha;
        try (var read = survey.read()) {
            read.staging.keep(EDITION, 1);
            sha = read.table("menages").received().sha256();
        }
        var left = survey.read();
        left.staging.keep("1".repeat(64), 1);
        left.staging.release();
        assertThat(survey.vault().removeOrphans(Set.of(EDITION))).isEqualTo(2);
        assertThat(survey.vault().answers(EDITION, "personnes")).exists();
        assertThat(survey.vault().answers("1".repeat(64), "personnes")).doesNotExist();
        assertThat(survey.vault().received(sha)).exists();
    }

    @Test
    void whatIsBeingReadIsNoOrphan() {
        try (var read = survey.read()) {
            assertThat(survey.vault().removeOrphans(Set.of())).isZero();
            assertThat(read.table("personnes").location()).exists();
        }
    }

    @Test
    void whatAnotherProcessIsReadingIsNoOrphan() throws Exception {
        try (var read = survey.read()) {
            var other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Tidying.class.getName(),
                            survey.data().toString())
                    .inheritIO()
                    .start();
            assertThat(other.waitFor()).isZero();
            assertThat(read.table("personnes").location()).exists();
        }
    }

    /** Another process that tidies a vault up; its exit status is how many orphans it removed. */
    static final class Tidying {
        private Tidying() {}

        public static void main(String[] arguments) {
            System.exit(Vault.in(Path.of(arguments[0])).removeOrphans(Set.of()));
        }
    }

    @Test
    void theSameAnswersAreTheSameBytes() throws IOException {
        byte[] first;
        try (var read = survey.read()) {
            first = Files.readAllBytes(read.table("personnes").location());
        }
        try (var again = survey.read()) {
            assertThat(Files.readAllBytes(again.table("personnes").location())).isEqualTo(first);
        }
    }
}
