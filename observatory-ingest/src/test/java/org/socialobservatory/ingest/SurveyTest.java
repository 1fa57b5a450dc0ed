package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ingest.Town.Read;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.finding.FindingRule;

/** A package with answers of persons, from its files to what may be published. */
class SurveyTest {

    private static final String PACKAGE = "datapackage.yaml";

    @TempDir
    private Path folder;

    private Town town() {
        return AnsweredTown.in(folder);
    }

    @Test
    void becomesEstimatesWithTheirUncertainty() {
        try (var read = town().read()) {
            assertThat(read.intake().content()).isPresent();
            var town = value(read, "illiteracy-rate", "_T", "bourg");
            // Of those of 15 and over (i = 5 … 29) the non-readers are 6, 9, …, 27: Σw = 4·10.5 + 4·20 = 122.
            assertThat(town.number())
                    .isEqualByComparingTo(new BigDecimal(122 * 100)
                            .divide(new BigDecimal("386"), java.math.MathContext.DECIMAL64)
                            .round(new java.math.MathContext(15)));
            assertThat(town.uncertainty().sampleSize()).isEqualByComparingTo("25");
            assertThat(town.uncertainty().denominator()).isEqualByComparingTo("386");
            assertThat(town.uncertainty().standardError()).isPositive();
            assertThat(town.uncertainty().lower()).isLessThan(town.number());
            assertThat(observed(read, "illiteracy-rate", "sex=F", "port")).isInstanceOf(Observed.Withheld.class);
            assertThat(observed(read, "age-moyen", "_T", "gare")).isInstanceOf(Observed.Withheld.class);
        }
    }

    @Test
    void estimatesPovertyAfterTheMoroccanProfileInFewWords() {
        var profile = """
              - code: multidimensional-poverty-index
                kind: mpi
                profile: morocco
                deprived:
                  education: {literacy: lit = 'non'}
                  health: {age: age > 30}
                  living-conditions: {sex: sexe = 'femme'}
            """;
        try (var read =
                town().append("indicateurs.yaml", profile.stripTrailing()).read()) {
            var index = value(read, "multidimensional-poverty-index", "_T", "bourg");
            assertThat(index.uncertainty().standardError()).isPositive();
            // Whoever is deprived in one pillar of three is poor.
            var rate = value(read, "multidimensional-poverty-index-headcount", "_T", "bourg");
            var both = value(read, "multidimensional-poverty-index-uncensored-sex", "_T", "bourg");
            assertThat(rate.number()).isGreaterThan(both.number());
            assertThat(read.intake()
                            .content()
                            .orElseThrow()
                            .definitions()
                            .studies()
                            .getFirst()
                            .computations())
                    .filteredOn(computation -> computation.indicator().equals("multidimensional-poverty-index"))
                    .singleElement()
                    .satisfies(computation -> assertThat(computation.expressions())
                            .containsEntry("cutoff", "1/3")
                            .containsEntry("weight.literacy", "1/3"));
        }
    }

    @Test
    void saysHowItsFiguresCameAbout() {
        try (var read = town().read()) {
            var definitions = read.intake().content().orElseThrow().definitions();
            assertThat(definitions.indicators()).extracting("code").contains("age-moyen");
            assertThat(definitions.resources())
                    .filteredOn(resource -> resource.name().equals("personnes"))
                    .singleElement()
                    .satisfies(resource -> {
                        assertThat(resource.coverage()).isEqualTo(Coverage.SAMPLE);
                        assertThat(resource.rows()).isEqualTo(30);
                    });
            assertThat(definitions.studies()).singleElement().satisfies(study -> {
                assertThat(study.sample().responses()).isEqualTo(30);
                assertThat(study.sample().strata()).isEqualTo(2);
                assertThat(study.sample().clusters()).isEqualTo(8);
                assertThat(study.computations())
                        .extracting("indicator")
                        .containsExactly("illiteracy-rate", "age-moyen");
            });
        }
    }

    @Test
    void keepsTheFileOfAnswersOutOfTheRawFiles() {
        try (var read = town().read()) {
            assertThat(read.intake().files()).extracting("path").doesNotContain("personnes.csv");
            assertThat(read.intake().answers()).isPresent();
        }
    }

    @Test
    void readsAnswersInsideAZipAsInItsFolder(@TempDir Path elsewhere) throws IOException {
        var town = town();
        var zip = elsewhere.resolve("bourg.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                out.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, out);
            }
        }
        try (var packed = Town.read(zip, Town.NOTHING);
                var unpacked = town.read()) {
            assertThat(packed.intake().content())
                    .isPresent()
                    .isEqualTo(unpacked.intake().content());
        }
    }

    @Test
    void refusesAnswersInAFormatThatHasToBeUnpackedToTheDisk() {
        var town = town().replace(PACKAGE, "path: personnes.csv", "path: personnes.gpkg")
                .write("personnes.gpkg", "x");
        try (var read = town.read()) {
            assertThat(read.refusedFor(FindingRule.FORMAT_UNKNOWN).value()).isEqualTo("personnes.gpkg");
        }
    }

    @Test
    void refusesAFigureThatIsGivenTwice() {
        var town = town().replace(
                        PACKAGE,
                        "  - name: indicateurs",
                        "  - {name: chiffres-lus, path: lus.csv, observatory: {role: observations, source: sample, area:"
                                + " {column: zone}, period: {value: 2025}, indicator: {value: illiteracy-rate}, value: {column:"
                                + " taux}}}\n  - name: indicateurs")
                .write("lus.csv", "zone,taux\nbourg,30\n");
        try (var read = town.read()) {
            assertThat(read.refusedFor(FindingRule.CELL_GIVEN_TWICE).arguments())
                    .containsExactly("illiteracy-rate", "bourg", "2025", "_T");
        }
    }

    @Test
    void pointsOutAStratumWithOneClusterOrRefusesItAsThePackageWishes() {
        var one = town().replace("personnes.csv", "nord,i0,", "est,i0,");
        try (var read = one.read()) {
            assertThat(read.of(FindingRule.STRATUM_LONELY).getFirst().arguments())
                    .containsExactly("1", "est", "adjust");
        }
        try (var read = one.replace(PACKAGE, "      weight: poids", "      lonelyPsu: fail\n      weight: poids")
                .read()) {
            assertThat(read.refusedFor(FindingRule.STRATUM_LONELY_REFUSED).arguments())
                    .containsExactly("est");
        }
    }

    @Test
    void refusesMarginsThatTheAnswersDoNotMeet() {
        var town = town().replace(PACKAGE, "      weight: poids", "      margins: marges.csv\n      weight: poids")
                .write("marges.csv", "sexe,total\nfemme,200\nhomme,200\nautre,5\n");
        try (var read = town.read()) {
            read.refusedFor(FindingRule.MARGIN_UNMET);
        }
        try (var read =
                town.write("marges.csv", "genre,total\nfemme,200\nhomme,200\n").read()) {
            assertThat(read.refusedFor(FindingRule.VARIABLE_UNKNOWN).value()).isEqualTo("genre");
        }
    }

    @Test
    void refusesAFiniteCorrectionThatContradictsTheSample() {
        var town = town().replace(PACKAGE, "      weight: poids", "      fpc: age\n      weight: poids");
        try (var read = town.read()) {
            read.refusedFor(FindingRule.DESIGN_CONTRADICTED);
        }
    }

    @Test
    void refusesACodeOfADimensionThatIsInNoList() {
        try (var read = town().replace("indicateurs.yaml", "femme: F, homme: M", "femme: F, homme: H")
                .read()) {
            assertThat(read.refusedFor(FindingRule.CODE_UNKNOWN).value()).isEqualTo("H");
        }
    }

    private static Observed.Value value(Read read, String indicator, String breakdown, String area) {
        return (Observed.Value) observed(read, indicator, breakdown, area);
    }

    private static Observed observed(Read read, String indicator, String breakdown, String area) {
        var key = new CellKey(indicator, breakdown, "2025", area);
        List<Cell> cells = read.intake().content().orElseThrow().cells();
        return cells.stream()
                .filter(cell -> cell.key().equals(key))
                .findFirst()
                .orElseThrow()
                .observed();
    }
}
