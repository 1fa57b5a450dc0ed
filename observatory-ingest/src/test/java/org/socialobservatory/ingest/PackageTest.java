package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** The package as a thing of files, and its description. */
class PackageTest {

    @TempDir
    private Path folder;

    @Test
    void publishesASoundPackageWithoutAFinding() {
        try (var read = Town.in(folder).read()) {
            read.published();
            assertThat(read.intake().name()).contains("bourg-neuf-2024");
            assertThat(read.intake().reason()).isEqualTo("first publication");
            assertThat(read.intake().content().orElseThrow().cells()).hasSize(8);
            assertThat(read.intake()
                            .content()
                            .orElseThrow()
                            .definitions()
                            .dataset()
                            .fictitious())
                    .isTrue();
        }
    }

    @Test
    void keepsEveryFileThatItNamesAndNoOther() {
        try (var read = Town.in(folder).write("notes.txt", "for myself").read()) {
            assertThat(read.intake().files())
                    .extracting(RawFile::path)
                    .containsExactly(
                            "chiffres.csv",
                            "datapackage.yaml",
                            "indicateurs.csv",
                            "origine.csv",
                            "postes.csv",
                            "quartiers.geojson");
            assertThat(read.publishedWith(FindingRule.FILE_UNUSED).arguments()).contains("notes.txt");
        }
    }

    @Test
    void hashesContentAndNotTheFolder(@TempDir Path elsewhere) {
        try (var here = Town.in(folder).read();
                var there = Town.in(elsewhere).write("notes.txt", "x").read()) {
            assertThat(there.intake().packageHash())
                    .isEqualTo(here.intake().packageHash())
                    .hasSize(64);
        }
        try (var here = Town.in(elsewhere.resolve("a").toFile().mkdir() ? elsewhere.resolve("a") : elsewhere)
                .append("chiffres.csv", "port,2022,habitants,E,_T,1,")
                .read()) {
            assertThat(here.intake().packageHash())
                    .isNotEqualTo(Town.read(folder, Town.NOTHING).intake().packageHash());
        }
    }

    @Test
    void readsAZipAsItsFolder(@TempDir Path elsewhere) throws IOException {
        var town = Town.in(folder);
        var zip = zipped(elsewhere.resolve("bourg.zip"), "bourg/");
        try (var read = Town.read(zip, Town.NOTHING)) {
            read.published();
            assertThat(read.intake().packageHash())
                    .isEqualTo(town.read().intake().packageHash());
        }
    }

    @Test
    void leavesTheFilesOfAZipPacked(@TempDir Path elsewhere) throws IOException {
        Town.in(folder);
        var findings = new Findings();
        Path copied;
        try (var files = PackageFiles.open(zipped(elsewhere.resolve("bourg.zip"), ""), findings)) {
            var answers = files.take("chiffres.csv", Place.PACKAGE, findings).orElseThrow();
            assertThat(answers.onDisk()).isFalse();
            try (var bytes = answers.open()) {
                assertThat(bytes.readAllBytes()).isEqualTo(Files.readAllBytes(folder.resolve("chiffres.csv")));
            }
            copied = files.onDisk(answers);
            assertThat(copied).hasSameBinaryContentAs(folder.resolve("chiffres.csv"));
        }
        assertThat(copied).doesNotExist();
    }

    private Path zipped(Path zip, String within) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                out.putNextEntry(new ZipEntry(within + file.getFileName()));
                out.write(Files.readAllBytes(file));
            }
        }
        return zip;
    }

    @Test
    void refusesAnEntryThatLeavesTheArchive(@TempDir Path elsewhere) throws IOException {
        Town.in(folder);
        try (var read = Town.read(zipped(elsewhere.resolve("slip.zip"), "../"), Town.NOTHING)) {
            read.refusedFor(FindingRule.PATH_OUTSIDE);
        }
        assertThat(elsewhere.resolve("datapackage.yaml")).doesNotExist();
    }

    @Test
    void refusesAnArchiveThatUnpacksBeyondMeasure(@TempDir Path elsewhere) throws IOException {
        var zip = elsewhere.resolve("bomb.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("datapackage.yaml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(zeros);
            }
        }
        assertThat(Files.size(zip)).isLessThan(100_000);
        try (var read = Town.read(zip, Town.NOTHING)) {
            assertThat(read.refusedFor(FindingRule.ARCHIVE_TOO_LARGE).sentence(Language.EN))
                    .isEqualTo("The archive “bomb.zip” unpacks to 34 MB or more; at most 33 MB are read.");
        }
    }

    @Test
    void refusesAPathThatLeavesThePackage() {
        for (String path :
                List.of("../chiffres.csv", "/etc/passwd", "a/../../x.csv", "https://example.org/x.csv", "C:\\x.csv")) {
            try (var read = Town.in(fresh(path))
                    .replace("datapackage.yaml", "path: chiffres.csv", "path: '" + path + "'")
                    .read()) {
                assertThat(read.refusedFor(FindingRule.PATH_OUTSIDE).value()).isEqualTo(path);
            }
        }
    }

    private Path fresh(String name) {
        var fresh = folder.resolve(Integer.toHexString(name.hashCode()));
        assertThat(fresh.toFile().mkdir()).isTrue();
        return fresh;
    }

    @Test
    void refusesASymbolicLink(@TempDir Path elsewhere) throws IOException {
        var town = Town.in(folder);
        Files.move(folder.resolve("chiffres.csv"), elsewhere.resolve("secret.csv"));
        Files.createSymbolicLink(folder.resolve("chiffres.csv"), elsewhere.resolve("secret.csv"));
        try (var read = town.read()) {
            read.refusedFor(FindingRule.PATH_OUTSIDE);
        }
    }

    @Test
    void namesTheNearestFileForOneThatIsMissing() {
        try (var read = Town.in(folder)
                .replace("datapackage.yaml", "path: chiffres.csv", "path: chifres.csv")
                .read()) {
            assertThat(read.refusedFor(FindingRule.FILE_MISSING).arguments().getLast())
                    .startsWith("chiffres.csv");
        }
    }

    @Test
    void refusesWhatIsNoPackage(@TempDir Path elsewhere) {
        try (var read = Town.read(elsewhere, Town.NOTHING)) {
            read.refusedFor(FindingRule.DESCRIPTOR_MISSING);
        }
        try (var read = Town.read(elsewhere.resolve("nowhere.zip"), Town.NOTHING)) {
            read.refusedFor(FindingRule.PACKAGE_UNREADABLE);
        }
    }

    @Test
    void saysTheLineOfABrokenDescription() {
        try (var read = Town.in(folder)
                .replace("datapackage.yaml", "licenses: [{name: CC0-1.0}]", "licenses: [{name: CC0-1.0")
                .read()) {
            var finding = read.refusedFor(FindingRule.DESCRIPTOR_MALFORMED);
            assertThat(finding.place().row()).isBetween(6L, 8L);
            assertThat(finding.sentence(Language.EN))
                    .matches("The package description is not well-formed YAML: line [678], column \\d+\\.");
        }
        try (var read = Town.in(fresh("twice"))
                .append("datapackage.yaml", "name: again")
                .read()) {
            assertThat(read.refusedFor(FindingRule.DESCRIPTOR_UNREADABLE)
                            .place()
                            .row())
                    .isGreaterThan(40);
        }
    }

    @Test
    void doesNotUnfoldYamlAliases() {
        try (var read = Town.in(folder)
                .append("datapackage.yaml", "keywords: &a [x]\nversion: *a")
                .read()) {
            read.refusedFor(FindingRule.DESCRIPTOR_UNREADABLE);
        }
    }

    @Test
    void readsAJsonDescription() throws IOException {
        var town = Town.in(folder);
        var node = new tools.jackson.dataformat.yaml.YAMLMapper().readTree(town.text("datapackage.yaml"));
        Files.delete(folder.resolve("datapackage.yaml"));
        try (var read = town.write("datapackage.json", node.toPrettyString()).read()) {
            read.published();
        }
    }

    @Test
    void asksForTheFourKeysThatItNeeds() {
        try (var read = Town.in(folder)
                .write("datapackage.yaml", "description: nothing else\n")
                .read()) {
            assertThat(read.refusedFor(FindingRule.KEY_MISSING)).isNotNull();
            assertThat(read.of(FindingRule.KEY_MISSING))
                    .extracting(finding -> finding.arguments().getFirst())
                    .containsExactly("name", "title", "licenses", "resources");
        }
    }

    @Test
    void namesTheNearestKeyForAMisspeltOne() {
        try (var read = Town.in(folder)
                .replace("datapackage.yaml", "source: exhaustive", "sourse: exhaustive")
                .read()) {
            Finding finding = read.refusedFor(FindingRule.KEY_UNKNOWN);
            assertThat(finding.arguments().getFirst()).isEqualTo("resources[3].observatory.sourse");
            assertThat(finding.arguments().getLast()).startsWith("source");
            assertThat(finding.place().row()).isEqualTo(43);
        }
        try (var read = Town.in(fresh("top"))
                .replace("datapackage.yaml", "reason:", "raison:")
                .read()) {
            assertThat(read.publishedWith(FindingRule.KEY_IGNORED).arguments().getLast())
                    .startsWith("reason");
        }
    }

    @Test
    void namesTheRolesForOneThatItDoesNotKnow() {
        try (var read = Town.in(folder)
                .replace("datapackage.yaml", "role: observations", "role: observation")
                .read()) {
            assertThat(read.of(FindingRule.VALUE_NOT_ALLOWED))
                    .singleElement()
                    .satisfies(
                            finding -> assertThat(finding.arguments().getLast()).contains("observations"));
        }
        try (var read = Town.in(fresh("later"))
                .replace(
                        "datapackage.yaml",
                        "role: places, kind: health-post, code: id, name: {fr: fr, ar: ar, en: en}",
                        "role: testimonies")
                .read()) {
            read.refusedFor(FindingRule.ROLE_NOT_TAKEN);
        }
    }

    @Test
    void refusesTwoResourcesOfOneName() {
        try (var read = Town.in(folder)
                .replace("datapackage.yaml", "- name: postes", "- name: origine")
                .read()) {
            read.refusedFor(FindingRule.NAME_TWICE);
        }
    }

    @Test
    void countsWhatIsNotTranslated() {
        try (var read = Town.in(folder)
                .replace(
                        "datapackage.yaml",
                        "label: {fr: fr, ar: ar, en: en}\n      unit",
                        "label: {fr: fr, ar: ar}\n      unit")
                .read()) {
            assertThat(read.of(FindingRule.TRANSLATION_MISSING))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.arguments()).startsWith("2", "en"));
        }
    }

    @Test
    void countsColumnsThatNoRoleUses() {
        try (var read = Town.in(folder)
                .replace("datapackage.yaml", "      status: {column: statut}\n", "")
                .replace("chiffres.csv", "gare,2023,habitants,H,_T,999,withheld\n", "")
                .read()) {
            assertThat(read.of(FindingRule.COLUMNS_UNUSED))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.arguments()).containsExactly("statut"));
        }
    }

    @Test
    void asksForSourcesOfWhatIsAlreadyPublic() {
        try (var read = Town.in(folder)
                .replace(
                        "datapackage.yaml",
                        "source: exhaustive",
                        "source: exhaustive\n      disclosure: already-public")
                .replace("datapackage.yaml", "sources: [{title: Invented for tests}]\n", "")
                .read()) {
            read.refusedFor(FindingRule.SOURCES_MISSING);
        }
    }
}
