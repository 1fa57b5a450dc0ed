package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;

/** Rows of observations become cells, each key once. */
class ObservationTest {

    private static final String FIGURES = "chiffres.csv";
    private static final String PACKAGE = "datapackage.yaml";

    @TempDir
    private Path folder;

    private Path fresh(String name) {
        var fresh = folder.resolve(name);
        assertThat(fresh.toFile().mkdir()).isTrue();
        return fresh;
    }

    private static List<Cell> cells(Town town) {
        try (var read = town.read()) {
            read.published();
            return read.intake().content().orElseThrow().cells();
        }
    }

    private static String line(Cell cell) {
        var value =
                cell.observed() instanceof Observed.Value found ? found.number().toPlainString() : "";
        return cell.key().indicator() + " " + cell.key().breakdown() + " "
                + cell.key().period() + " " + cell.key().area() + " "
                + cell.observed().statusName() + " " + value + " @"
                + cell.origin().row();
    }

    @Test
    void readsEveryCellWithItsOriginInCanonicalOrder() {
        assertThat(cells(Town.in(folder)))
                .extracting(ObservationTest::line)
                .containsExactly(
                        "habitants _T 2024 gare normal 800 @5",
                        "habitants _T 2024 port normal 1200 @2",
                        "habitants origine=A,sex=F 2024 gare withheld  @6",
                        "habitants sex=F 2024 port normal 610 @3",
                        "habitants sex=M 2023 gare withheld  @9",
                        "lecteurs sex=F 2023 gare missing  @8",
                        "lecteurs sex=F 2024 gare estimated 77 @7",
                        "lecteurs sex=F 2024 port normal 81.5 @4");
    }

    @Test
    void takesIdenticalCellsOnceAndSaysSo() {
        try (var read = Town.in(folder)
                .append(FIGURES, "port,2024,habitants,F,_T,610.0,")
                .append(FIGURES, "port,2024,habitants,F,_T,610,normal")
                .read()) {
            var finding = read.publishedWith(FindingRule.DUPLICATE_ROWS);
            assertThat(finding.arguments()).containsExactly("1", "2");
            assertThat(read.intake().content().orElseThrow().cells()).hasSize(8);
        }
    }

    @Test
    void refusesTwoValuesForOneCellNamingBothRowsAndNoValue() {
        try (var read =
                Town.in(folder).append(FIGURES, "port,2024,habitants,F,_T,611,").read()) {
            var finding = read.refusedFor(FindingRule.TWO_VALUES);
            assertThat(finding.arguments())
                    .containsExactly("habitants, port, 2024, sex=F", "chiffres:3", "chiffres:10");
            assertThat(finding.toString()).doesNotContain("610", "611");
        }
    }

    @Test
    void namesTheNearestAreasForOneThatNobodyKnows() {
        try (var read = Town.in(folder)
                .replace(FIGURES, "port,2024,habitants,E", "prot,2024,habitants,E")
                .read()) {
            var finding = read.refusedFor(FindingRule.AREA_UNKNOWN);
            assertThat(finding.arguments()).startsWith("prot", "port");
            assertThat(finding.place()).isEqualTo(new Finding.Place("chiffres", null, 2L, "quartier"));
        }
    }

    @Test
    void looksAreasUpInWhatIsPublished() {
        var town = Town.in(folder);
        try (var first = town.read()) {
            var published = Town.after(first.intake().content().orElseThrow().definitions());
            town.write(
                    "datapackage.yaml",
                    town.text(PACKAGE).replaceAll("(?s)  - name: quartiers.*?  - name: ind", "  - name: ind"));
            try (var read = town.read(published)) {
                assertThat(read.intake().content().orElseThrow().cells())
                        .isEqualTo(first.intake().content().orElseThrow().cells().stream()
                                .map(cell -> new Cell(
                                        cell.key(),
                                        cell.observed(),
                                        new Cell.Origin(
                                                cell.origin().resource() - 1,
                                                cell.origin().row())))
                                .toList());
            }
            try (var read = town.read()) {
                assertThat(read.of(FindingRule.AREA_UNKNOWN)).isNotEmpty();
            }
        }
    }

    @Test
    void namesTheNearestIndicatorsForOneThatNobodyDefined() {
        try (var read = Town.in(folder)
                .replace(FIGURES, "port,2024,lecteurs", "port,2024,lecteur")
                .read()) {
            assertThat(read.refusedFor(FindingRule.INDICATOR_UNKNOWN).arguments())
                    .startsWith("lecteur", "lecteurs");
        }
    }

    @Test
    void namesTheNearestCodesForOneThatIsNotInItsList() {
        try (var read = Town.in(folder)
                .replace(FIGURES, "gare,2024,habitants,F,A,3,", "gare,2024,habitants,F,B,3,")
                .read()) {
            var finding = read.refusedFor(FindingRule.CODE_UNKNOWN);
            assertThat(finding.arguments()).startsWith("B", "origine");
            assertThat(finding.place().row()).isEqualTo(6);
        }
        try (var read = Town.in(fresh("map"))
                .replace(FIGURES, "gare,2024,habitants,F", "gare,2024,habitants,femme")
                .read()) {
            assertThat(read.refusedFor(FindingRule.CODE_UNMAPPED).arguments()).startsWith("femme", "sex");
        }
    }

    @Test
    void refusesACodeOutsideThePermittedCharacters() {
        try (var read = Town.in(folder)
                .replace(FIGURES, "port,2024,habitants,E", "le port,2024,habitants,E")
                .read()) {
            assertThat(read.refusedFor(FindingRule.CODE_MALFORMED).value()).isEqualTo("le port");
        }
        try (var read = Town.in(fresh("blank"))
                .replace(FIGURES, "port,2024,habitants,E", ",2024,habitants,E")
                .read()) {
            assertThat(read.refusedFor(FindingRule.CODE_MISSING).place().row()).isEqualTo(2);
        }
    }

    @Test
    void refusesADateThatDoesNotExistAndWhatIsNoPeriod() {
        try (var read = Town.in(folder)
                .replace(FIGURES, "port,2024,habitants,E", "port,2024-02-30,habitants,E")
                .read()) {
            assertThat(read.refusedFor(FindingRule.DATE_MALFORMED).value()).isEqualTo("2024-02-30");
        }
        try (var read = Town.in(fresh("period"))
                .replace(FIGURES, "port,2024,habitants,E", "port,l'an dernier,habitants,E")
                .read()) {
            assertThat(read.refusedFor(FindingRule.PERIOD_MALFORMED).value()).isEqualTo("l'an dernier");
        }
        try (var read = Town.in(fresh("quarter"))
                .replace(FIGURES, "port,2024,habitants,E", "port,2024-Q5,habitants,E")
                .read()) {
            read.refusedFor(FindingRule.PERIOD_MALFORMED);
        }
    }

    @Test
    void saysOnceWhatIsWrongWithEveryRow() {
        try (var read = Town.in(folder)
                .replace(PACKAGE, "period: {column: annee}", "period: {value: someday}")
                .read()) {
            assertThat(read.of(FindingRule.PERIOD_MALFORMED)).hasSize(1);
            assertThat(read.intake().content()).isEmpty();
        }
    }

    @Test
    void cutsDatesDownToPeriods() {
        var town = Town.in(folder)
                .replace(PACKAGE, "period: {column: annee}", "period: {column: annee, as: quarter}")
                .write(
                        FIGURES,
                        "quartier,annee,indicateur,sexe,origine,valeur,statut\nport,2024-05-17,habitants,E,_T,1200,\n");
        assertThat(cells(town)).extracting(cell -> cell.key().period()).containsExactly("2024-Q2");
    }

    @Test
    void readsDaysInTheFormatOfTheirField() {
        var town = Town.in(folder)
                .replace(PACKAGE, "{name: annee, type: string}", "{name: annee, type: date, format: '%d/%m/%Y'}")
                .replace(PACKAGE, "period: {column: annee}", "period: {column: annee, as: month}")
                .write(
                        FIGURES,
                        "quartier,annee,indicateur,sexe,origine,valeur,statut\nport,17/05/2024,habitants,E,_T,1200,\n");
        assertThat(cells(town)).extracting(cell -> cell.key().period()).containsExactly("2024-05");
        try (var read = town.replace(FIGURES, "17/05/2024", "31/02/2024").read()) {
            assertThat(read.refusedFor(FindingRule.DATE_MALFORMED).value()).isEqualTo("31/02/2024");
        }
    }

    @Test
    void refusesPercentagesAndCountsThatCannotBe() {
        try (var read = Town.in(folder).replace(FIGURES, "81.5", "108.5").read()) {
            assertThat(read.refusedFor(FindingRule.PERCENT_OUTSIDE).value()).isEqualTo("108.5");
        }
        try (var read =
                Town.in(fresh("count")).replace(FIGURES, "1200", "-1200").read()) {
            assertThat(read.refusedFor(FindingRule.COUNT_NEGATIVE).place().row())
                    .isEqualTo(2);
        }
    }

    @Test
    void splitsACodeThatCarriesSeveralDimensions() {
        var town = Town.in(folder)
                .replace(
                        PACKAGE, "indicator: {column: indicateur}", "indicator: {column: indicateur, codes: codes.csv}")
                .replace(
                        PACKAGE,
                        "sex: {column: sexe, codes: {H: M, F: F, E: T}}",
                        "sex: {from: indicator}\n        age: {from: indicator}")
                .write("codes.csv", "value,indicator,sex,age\nhab-f-15-24,habitants,F,Y15T24\nhab,habitants,T,_T\n")
                .write(
                        FIGURES,
                        "quartier,annee,indicateur,origine,valeur,statut\nport,2024,hab-f-15-24,_T,70,\nport,2024,hab,_T,1200,\n");
        assertThat(cells(town)).extracting(cell -> cell.key().breakdown()).containsExactly("_T", "age=Y15T24,sex=F");
        try (var read = town.replace("codes.csv", "hab,habitants,T,_T", "hab,habitants,X,_T")
                .read()) {
            assertThat(read.refusedFor(FindingRule.CODE_UNKNOWN).arguments()).startsWith("X", "sex");
        }
        try (var read = Town.in(fresh("nothing"))
                .replace(PACKAGE, "sex: {column: sexe, codes: {H: M, F: F, E: T}}", "sex: {from: indicator}")
                .read()) {
            read.refusedFor(FindingRule.VALUE_NOT_ALLOWED);
        }
    }

    @Test
    void refusesATableOfCodesThatSaysTwoThingsOrNothing() {
        var town = Town.in(folder)
                .replace(
                        PACKAGE,
                        "area: {column: quartier, level: quartier}",
                        "area: {column: quartier, level: quartier, codes: lieux.csv}")
                .write("lieux.csv", "value,area\nport,port\ngare,gare\n");
        assertThat(cells(town)).hasSize(8);
        try (var read = town.append("lieux.csv", "port,gare").read()) {
            var finding = read.refusedFor(FindingRule.CODE_REPEATED);
            assertThat(finding.arguments()).containsExactly("port", "2");
            assertThat(finding.place()).isEqualTo(new Finding.Place("lieux.csv", null, 4L, null));
        }
        try (var read = town.write("lieux.csv", "lieu,area\nport,port\n").read()) {
            assertThat(read.of(FindingRule.COLUMN_MISSING))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.arguments()).startsWith("value"));
            assertThat(read.intake().content()).isEmpty();
        }
    }

    @Test
    void readsAWideTable() {
        var town = Town.in(folder)
                .replace(
                        PACKAGE,
                        "      indicator: {column: indicateur}\n      breakdown:\n        sex: {column: sexe, codes: {H: M, F: F, E: T}}\n        origine: origine\n      value: {column: valeur}\n      status: {column: statut}\n",
                        """
                              measures:
                                habitants: habitants
                                femmes: {indicator: habitants, breakdown: {sex: F}}
                                lecteurs: {indicator: lecteurs, status: statut}
                        """)
                .replace(PACKAGE, "        - {name: valeur, type: number}\n", "")
                .write(
                        FIGURES,
                        "quartier,annee,habitants,femmes,lecteurs,statut\nport,2024,1200,610,81.5,P\ngare,2024,800,3,77,C\n");
        assertThat(cells(town))
                .extracting(ObservationTest::line)
                .containsExactly(
                        "habitants _T 2024 gare normal 800 @3",
                        "habitants _T 2024 port normal 1200 @2",
                        "habitants sex=F 2024 gare withheld  @3",
                        "habitants sex=F 2024 port normal 610 @2",
                        "lecteurs _T 2024 gare withheld  @3",
                        "lecteurs _T 2024 port provisional 81.5 @2");
    }

    @Test
    void knowsHowFarToTrustASampleThatItReceives() {
        var town = Town.in(folder)
                .replace(
                        PACKAGE,
                        "source: exhaustive",
                        "source: sample\n      sampleSize: n\n      standardError: et\n      confidence: {lower: bi, upper: bs}")
                .write(FIGURES, """
                        quartier,annee,indicateur,sexe,origine,valeur,statut,n,et,bi,bs
                        port,2024,lecteurs,E,_T,50,,400,2.5,45,55
                        port,2024,lecteurs,F,_T,50,,25,10,,
                        port,2024,lecteurs,H,_T,50,,,,,
                        gare,2024,lecteurs,E,_T,0,,300,0,,
                        gare,2024,habitants,E,_T,800,,100,200,,
                        """);
        assertThat(cells(town))
                .extracting(cell -> cell.observed() instanceof Observed.Value value ? value.reliability() : null)
                .containsExactly(
                        Reliability.CAUTION,
                        Reliability.CAUTION,
                        Reliability.RELIABLE,
                        Reliability.UNRELIABLE,
                        Reliability.CAUTION);
        try (var read = town.replace(FIGURES, "2.5,45,55", "2.5,55,45").read()) {
            read.refusedFor(FindingRule.UNCERTAINTY_IMPOSSIBLE);
        }
    }

    @Test
    void readsMissingValuesAsMissingCells() {
        try (var read = Town.in(folder)
                .replace(
                        PACKAGE,
                        "    schema:\n      fields:\n        - {name: annee",
                        "    schema:\n      missingValues: ['', NA]\n      fields:\n        - {name: annee")
                .replace(FIGURES, "81.5", "NA")
                .read()) {
            assertThat(read.publishedWith(FindingRule.VALUES_MISSING).arguments())
                    .containsExactly("1");
        }
        try (var read = Town.in(fresh("contradiction"))
                .replace(FIGURES, "81.5,", "81.5,missing")
                .read()) {
            assertThat(read.refusedFor(FindingRule.VALUE_CONTRADICTS_STATUS).toString())
                    .doesNotContain("81");
        }
        try (var read = Town.in(fresh("status"))
                .replace(FIGURES, "estimated", "estimate")
                .read()) {
            assertThat(read.refusedFor(FindingRule.CODE_UNKNOWN).arguments())
                    .startsWith("estimate", "status", "estimated");
        }
    }

    @Test
    void namesAgeGroupsBeyondTheUsualOnes() {
        var town = Town.in(folder)
                .replace(PACKAGE, "        origine: origine", "        origine: origine\n        age: age")
                .write(
                        FIGURES,
                        "quartier,annee,indicateur,sexe,origine,valeur,statut,age\nport,2024,habitants,E,_T,300,,Y13T33\n");
        try (var read = town.read()) {
            read.published();
            var lists = read.intake().content().orElseThrow().definitions().codeLists();
            assertThat(lists).extracting(CodeList::scheme).containsExactly("age", "origine");
            assertThat(lists.getFirst().concepts().getFirst().labels().exactly(Language.FR))
                    .contains("13-33 ans");
        }
        try (var read = town.replace(FIGURES, "Y13T33", "13-33").read()) {
            read.refusedFor(FindingRule.CODE_UNKNOWN);
        }
    }

    @Test
    void takesTheCodesOfADimensionWithoutListFromTheData() {
        try (var read = Town.in(folder)
                .replace(PACKAGE, "origine: origine", "quartier-natal: origine")
                .read()) {
            assertThat(read.publishedWith(FindingRule.DIMENSION_WITHOUT_LIST).arguments())
                    .containsExactly("quartier-natal", "A");
            assertThat(read.intake().content().orElseThrow().definitions().dimensions())
                    .containsExactly("quartier-natal", "sex");
        }
    }

    @Test
    void warnsOfAreasOfAnotherLevel() {
        try (var read = Town.in(folder)
                .replace(PACKAGE, "level: quartier}\n      period", "level: town}\n      period")
                .read()) {
            assertThat(read.publishedWith(FindingRule.AREA_OF_OTHER_LEVEL).arguments())
                    .containsExactly("port", "quartier", "town");
        }
        try (var read = Town.in(fresh("source"))
                .replace(PACKAGE, "      source: exhaustive\n", "")
                .read()) {
            read.publishedWith(FindingRule.SOURCE_ASSUMED);
        }
    }

    @Test
    void leavesToleratedRowsOutAndKeepsThemAside() {
        var town = Town.in(folder)
                .replace(
                        PACKAGE,
                        "source: exhaustive",
                        "source: exhaustive\n      tolerate: {area-unknown: 1, row-ragged: 20%}")
                .replace(FIGURES, "port,2024,habitants,E,_T,1200,", "prot,2024,habitants,E,_T,1200,")
                .append(FIGURES, "port,2024");
        try (var read = town.read()) {
            assertThat(read.publishedWith(FindingRule.ROWS_REFUSED)).isNotNull();
            assertThat(read.of(FindingRule.ROWS_REFUSED))
                    .extracting(Finding::arguments)
                    .containsExactlyInAnyOrder(List.of("1", "area-unknown"), List.of("1", "row-ragged"));
            assertThat(read.intake().content().orElseThrow().cells()).hasSize(7);
            assertThat(read.intake().refused()).singleElement().satisfies(refused -> {
                assertThat(refused.resource()).isEqualTo("chiffres");
                assertThat(refused.rows()).extracting(row -> row.number()).containsExactly(2L, 10L);
                assertThat(refused.rows().getFirst().values())
                        .startsWith("prot", "2024")
                        .contains("1200");
            });
        }
        try (var read = town.append(FIGURES, "prto,2024,habitants,E,_T,1200,").read()) {
            assertThat(read.refusedFor(FindingRule.AREA_UNKNOWN)).isNotNull();
            assertThat(read.of(FindingRule.AREA_UNKNOWN)).hasSize(2);
        }
        try (var read = Town.in(fresh("unknown"))
                .replace(PACKAGE, "source: exhaustive", "source: exhaustive\n      tolerate: {area-unknow: 1}")
                .read()) {
            assertThat(read.refusedFor(FindingRule.KEY_UNKNOWN).arguments().getLast())
                    .startsWith("area-unknown");
        }
    }

    @Test
    void keepsTenThousandFindingsOfARuleAndCountsTheRest() {
        var rows = new StringBuilder("quartier,annee,indicateur,sexe,origine,valeur,statut\n");
        for (int i = 0; i < 12_000; i++) {
            rows.append("nowhere,2024,habitants,E,_T,").append(i).append(",\n");
        }
        try (var read = Town.in(folder).write(FIGURES, rows.toString()).read()) {
            assertThat(read.of(FindingRule.AREA_UNKNOWN)).hasSize(10_000);
            assertThat(read.intake().counts()).containsEntry(FindingRule.AREA_UNKNOWN, 12_000L);
        }
    }

    @Test
    void publishesTheSameNumberWhateverItsForm() {
        try (var read = Town.in(folder).replace(FIGURES, "81.5", "8.150E1").read()) {
            read.published();
            assertThat(read.intake().content().orElseThrow().cells().getLast().observed())
                    .isInstanceOfSatisfying(
                            Observed.Value.class,
                            value -> assertThat(value.number()).isEqualTo(new BigDecimal("81.5")));
        }
    }
}
