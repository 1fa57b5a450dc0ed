package org.socialobservatory.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ingest.Town;
import org.socialobservatory.ingest.warehouse.KeptFile;
import org.socialobservatory.ontology.finding.FindingRule;

/** The invented town from its files to an installation. */
class TownPublishedTest extends OnAnInstallation {

    private static final String PACKAGE = "datapackage.yaml";
    private static final String FIGURES = "chiffres.csv";

    @Test
    void namesEveryFileOfThePackageWithItsHash() {
        publish(Town.in(folder));
        var metadata = installation.folder().metadata().getFirst();
        assertThat(metadata.files())
                .extracting(KeptFile::path)
                .containsExactly(FIGURES, PACKAGE, "indicateurs.csv", "origine.csv", "postes.csv", "quartiers.geojson");
        assertThat(metadata.files())
                .allSatisfy(file -> assertThat(installation.folder().hashOfKept(file.sha256()))
                        .contains(file.sha256()));
        assertThat(new Verification(installation, Readers.NONE).run(_ -> {})).isEmpty();
    }

    @Test
    void missesTheDescriptionWhenItIsGone() throws IOException {
        publish(Town.in(folder));
        var description = installation.folder().metadata().getFirst().files().stream()
                .filter(file -> file.path().equals(PACKAGE))
                .findFirst()
                .orElseThrow();
        Files.delete(installation.folder().raw().resolve(description.sha256()));
        assertThat(new Verification(installation, Readers.NONE).run(_ -> {}))
                .singleElement()
                .satisfies(wrong -> {
                    assertThat(wrong.fault()).isEqualTo(Verification.Fault.RAW_MISSING);
                    assertThat(wrong.what()).isEqualTo(PACKAGE);
                });
    }

    @Test
    void writesToleratedRowsAsideForItsOwnerOnly() throws IOException {
        var town = Town.in(folder)
                .replace(
                        PACKAGE,
                        "source: exhaustive",
                        "source: exhaustive\n      tolerate: {area-unknown: 5, row-ragged: 5}")
                .append(FIGURES, "nulle-part,2024,habitants,E,_T,12,")
                .append(FIGURES, "nulle-part,2024,habitants,E,_T,987654321,withheld");
        var edition = publish(town);
        var aside = installation.folder().refused().resolve(edition.packageHash());
        assertThat(Files.getPosixFilePermissions(aside))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE);
        assertThat(Files.readAllLines(aside.resolve("chiffres.csv")))
                .containsExactly(
                        "row,rule,quartier,annee,indicateur,sexe,origine,valeur,statut",
                        "10,area-unknown,nulle-part,2024,habitants,E,_T,12,",
                        "11,area-unknown,nulle-part,2024,habitants,E,_T,,withheld");
        assertThat(installation.warehouse().findings(edition.id()))
                .extracting(finding -> finding.rule())
                .containsExactly(FindingRule.ROWS_REFUSED);
    }

    @Test
    void keepsTheGatesReportForItsOwnerOnly() throws IOException {
        var town = Town.in(folder).append(FIGURES, "port,2021,habitants,E,_T,2,");
        var edition = publish(town);
        var report = installation.folder().reports().resolve(edition.contentHash() + ".json");
        assertThat(Files.getPosixFilePermissions(report))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(Files.readString(report)).contains("small-count").contains("respondentsHidden");
        assertThat(installation.warehouse().gateCounts(edition.id()).all().keySet())
                .contains("withheld", "withheld/quartier")
                .noneMatch(rule -> rule.contains("small"));
    }

    /** Name, size and time of every file. */
    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (var walk = Files.walk(data)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    @Test
    void changesNothingWhereAPackageIsRefused() throws IOException {
        publish(Town.in(folder));
        var editions = installation.warehouse().editions();
        long sequence = installation.warehouse().sequence();
        var before = files();
        var broken = Town.in(Files.createDirectory(folder.resolve("broken"))).replace(FIGURES, "81.5", "108.5");
        try (var proposal = publisher().propose(broken.folder(), Progress.SILENT)) {
            assertThat(proposal.isAcceptable()).isFalse();
        }
        assertThat(files()).isEqualTo(before);
        assertThat(installation.warehouse().sequence()).isEqualTo(sequence);
        assertThat(installation.warehouse().editions()).isEqualTo(editions);
    }
}
