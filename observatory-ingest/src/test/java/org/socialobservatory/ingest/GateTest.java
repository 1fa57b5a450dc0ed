package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.finding.FindingRule;

/** What the gate withholds keeps its key and nothing else. */
class GateTest {

    private static final String FIGURES = "chiffres.csv";
    private static final String PACKAGE = "datapackage.yaml";
    private static final String HEADER = "quartier,annee,indicateur,sexe,origine,valeur,statut\n";

    @TempDir
    private Path folder;

    private static Map<String, String> states(Town town) {
        try (var read = town.read()) {
            read.published();
            var states = new java.util.TreeMap<String, String>();
            for (Cell cell : read.intake().content().orElseThrow().cells()) {
                states.put(
                        cell.key().area() + " " + cell.key().period(),
                        cell.observed() instanceof Observed.Value value
                                ? value.number().toPlainString()
                                : cell.observed().statusName());
            }
            return states;
        }
    }

    private Town town() {
        return Town.in(folder).write(FIGURES, HEADER + """
                port,2020,habitants,E,_T,0,
                port,2021,habitants,E,_T,1,
                port,2022,habitants,E,_T,3,
                port,2023,habitants,E,_T,4,
                port,2024,lecteurs,E,_T,2,
                """);
    }

    @Test
    void withholdsSmallCountsOfAnExhaustiveSource() {
        assertThat(states(town()))
                .containsExactly(
                        Map.entry("port 2020", "0"),
                        Map.entry("port 2021", "withheld"),
                        Map.entry("port 2022", "withheld"),
                        Map.entry("port 2023", "4"),
                        Map.entry("port 2024", "2"));
    }

    @Test
    void takesTheThresholdsOfThePackage() {
        var town = town().replace(
                        PACKAGE,
                        "source: exhaustive",
                        "source: exhaustive\n      minCount: 3\n      suppressZero: true");
        assertThat(states(town))
                .containsEntry("port 2020", "withheld")
                .containsEntry("port 2021", "withheld")
                .containsEntry("port 2022", "3");
    }

    @Test
    void passesWhatSomebodyElseHasPublished() {
        var town = town().replace(PACKAGE, "source: exhaustive", "source: exhaustive\n      disclosure: already-public")
                .replace(FIGURES, "port,2023,habitants,E,_T,4,", "port,2023,habitants,E,_T,4,withheld");
        assertThat(states(town)).containsEntry("port 2021", "1").containsEntry("port 2023", "withheld");
        try (var read = town.read()) {
            assertThat(read.intake().gateCounts().byRule())
                    .containsExactly(Map.entry("already-public", 4L), Map.entry("withheld", 1L));
        }
    }

    @Test
    void withholdsFiguresOfFewRespondents() {
        var town = town().replace(PACKAGE, "source: exhaustive", "source: sample\n      sampleSize: n")
                .write(FIGURES, """
                        quartier,annee,indicateur,sexe,origine,valeur,statut,n
                        port,2020,lecteurs,E,_T,50,,9
                        port,2021,lecteurs,E,_T,50,,10
                        port,2022,habitants,E,_T,2,,50
                        """);
        assertThat(states(town))
                .containsExactly(
                        Map.entry("port 2020", "withheld"), Map.entry("port 2021", "50"), Map.entry("port 2022", "2"));
    }

    @Test
    void neverReadsTheNumberBesideAWithheldState() {
        try (var read = Town.in(folder)
                .replace(FIGURES, "999,withheld", "nine hundred,withheld")
                .read()) {
            read.published();
        }
    }

    @Test
    void letsNoWithheldValueIntoAnythingThatIntakeHandsOn() {
        var town = Town.in(folder)
                .replace(FIGURES, "999,withheld", "987654321,withheld")
                .append(FIGURES, "gare,2023,habitants,H,_T,987654321,withheld")
                .append(FIGURES, "nowhere,2023,habitants,H,_T,987654321,withheld")
                .replace(PACKAGE, "source: exhaustive", "source: exhaustive\n      tolerate: {area-unknown: 5}");
        try (var read = town.read()) {
            assertThat(read.of(FindingRule.DUPLICATE_ROWS)).hasSize(1);
            assertThat(read.intake().refused()).hasSize(1);
            var intake = read.intake();
            assertThat(intake.content().orElseThrow().toString()
                            + intake.findings()
                            + intake.refused()
                            + intake.gateCounts())
                    .doesNotContain("987654321");
        }
    }

    @Test
    void neverHoldsTheNumberBesideAWithheldStateAgainstTheSchema() {
        try (var read = Town.in(folder)
                .replace(
                        PACKAGE,
                        "{name: valeur, type: number}",
                        "{name: valeur, type: number, constraints: {maximum: 5000}}")
                .replace(FIGURES, "999,withheld", "987654321,withheld")
                .read()) {
            read.published();
        }
    }

    @Test
    void neverNamesTheNumberBesideAWithheldStateInABrokenKey() {
        try (var read = Town.in(folder)
                .replace(
                        PACKAGE,
                        "    schema:\n      fields:\n        - {name: annee",
                        "    schema:\n      primaryKey: [quartier, annee, sexe, valeur]\n      fields:\n        - {name: annee")
                .replace(FIGURES, "999,withheld", "987654321,withheld")
                .append(FIGURES, "gare,2023,habitants,H,A,987654321,withheld")
                .read()) {
            var finding = read.refusedFor(FindingRule.CONSTRAINT_BROKEN);
            assertThat(finding.arguments().getFirst()).isEqualTo("gare, 2023, H, …");
            assertThat(read.intake().findings().toString()).doesNotContain("987654321");
        }
    }

    @Test
    void neverLearnsTheDecimalMarkFromANumberBesideAWithheldState() {
        try (var read = Town.in(folder)
                .replace(PACKAGE, "        - {name: valeur, type: number}\n", "")
                .replace(FIGURES, "81.5", "81")
                .replace(FIGURES, "999,withheld", "\"987,654\",withheld")
                .read()) {
            read.published();
        }
    }

    @Test
    void keepsNothingOfAToleratedRowThatStandsBesideAWithheldState() {
        var town = Town.in(folder)
                .replace(PACKAGE, "source: exhaustive", "source: exhaustive\n      tolerate: {row-ragged: 5}")
                .append(FIGURES, "gare,2023,habitants,H,987654321,withheld");
        try (var read = town.read()) {
            assertThat(read.intake().content()).isPresent();
            assertThat(read.intake().refused())
                    .singleElement()
                    .satisfies(refused -> assertThat(refused.rows().getFirst().values())
                            .hasSize(6)
                            .containsOnly(""));
        }
    }

    @Test
    void countsWithoutSayingWhy() {
        try (var read =
                town().append(FIGURES, "gare,2024,habitants,E,_T,77,withheld").read()) {
            assertThat(read.intake().gateCounts().byRule())
                    .containsExactly(Map.entry("published", 3L), Map.entry("withheld", 3L));
        }
    }

    @Test
    void withholdsAQuarterMoreSoThatASmallOneCannotBeWorkedOut() {
        var town = Town.in(folder).replace(PACKAGE, "{column: quartier, level: quartier}", "{column: quartier}");
        town.write(FIGURES, HEADER + """
                bourg,2024,habitants,E,_T,63,
                port,2024,habitants,E,_T,3,
                gare,2024,habitants,E,_T,60,
                """);
        assertThat(states(town))
                .containsExactly(
                        Map.entry("bourg 2024", "63"),
                        Map.entry("gare 2024", "withheld"),
                        Map.entry("port 2024", "withheld"));
    }

    @Test
    void makesNoEditionThatGivesAwayWhatItWithholds() {
        var town = Town.in(folder)
                .write(FIGURES, HEADER + "port,2024,habitants,E,_T,3,\n")
                .write("publics.csv", HEADER + "bourg,2024,habitants,E,_T,63,\ngare,2024,habitants,E,_T,60,\n");
        var chiffres = town.text(PACKAGE);
        int from = chiffres.indexOf("  - name: chiffres");
        var again = chiffres.substring(from, chiffres.indexOf("  - name: postes"))
                .replace("name: chiffres", "name: publics")
                .replace("chiffres.csv", "publics.csv")
                .replace("source: exhaustive", "source: exhaustive\n      disclosure: already-public");
        try (var read = town.write(PACKAGE, chiffres + again).read()) {
            var finding = read.refusedFor(FindingRule.DISCLOSURE_UNPROTECTED);
            assertThat(finding.arguments()).containsExactly("1", "habitants/port/2024/_T");
            assertThat(read.intake().gateReport().holds()).isFalse();
        }
    }

    @Test
    void makesNoEditionThatWithholdsWhatAnotherShows() {
        var town = Town.in(folder).write(FIGURES, HEADER + "port,2024,habitants,E,_T,3,\n");
        try (var open = town.replace(PACKAGE, "source: exhaustive", "source: exhaustive\n      minCount: 1")
                .read()) {
            var shown = open.intake().content().orElseThrow();
            var definitions = Town.after(shown.definitions());
            var published = new Published(
                    definitions.territory(),
                    definitions.catalogue(),
                    (_, reader) -> shown.cells().forEach(reader));
            try (var read = town.replace(PACKAGE, "minCount: 1", "minCount: 4").read(published)) {
                var finding = read.refusedFor(FindingRule.DISCLOSURE_EARLIER);
                assertThat(finding.arguments()).containsExactly("1", "habitants/port/2024/_T");
            }
        }
    }
}
