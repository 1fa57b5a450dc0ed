package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.finding.FindingRule;

/** Areas, their versions and outlines, and the places among them. */
class TerritoryTest {

    private static final String AREAS = "quartiers.geojson";
    private static final String PACKAGE = "datapackage.yaml";
    private static final String PORT = "[[[-6.8, 34.0], [-6.79, 34.0], [-6.79, 34.01], [-6.8, 34.01], [-6.8, 34.0]]]";

    @TempDir
    private Path folder;

    private Path fresh(String name) {
        var fresh = folder.resolve(name);
        assertThat(fresh.toFile().mkdir()).isTrue();
        return fresh;
    }

    private static Definitions definitions(Town.Read read) {
        return read.intake().content().orElseThrow().definitions();
    }

    @Test
    void readsAreasWithNamesAndOutlines() {
        try (var read = Town.in(folder).read()) {
            var definitions = definitions(read);
            assertThat(definitions.areas()).extracting(Area::code).containsExactly("bourg", "gare", "port");
            assertThat(definitions.areas().getLast().within()).isEqualTo("bourg");
            assertThat(definitions.areas().getLast().names().exactly(Language.AR))
                    .contains("الميناء");
            assertThat(definitions.areaVersions())
                    .hasSize(3)
                    .allMatch(version -> version.outline() != null
                            && LocalDate.of(2020, 1, 1).equals(version.validFrom()));
        }
    }

    @Test
    void marksWhatIsDrawnAndNotSurveyed() {
        try (var read = Town.in(folder)
                .replace(PACKAGE, "      role: areas\n", "      role: areas\n      drawn: true\n")
                .read()) {
            assertThat(definitions(read).areaVersions()).allMatch(version -> version.drawn());
        }
    }

    @Test
    void completesAnAreaFromASecondResource() {
        var town = Town.in(folder)
                .write("noms.csv", "code,nom\nport,Vieux port\nbourg,Bourg\n")
                .replace(AREAS, "\"nom_fr\": \"Le Port\"", "\"nom_fr\": \"\"")
                .replace(
                        PACKAGE,
                        "  - name: indicateurs",
                        "  - {name: noms, path: noms.csv, observatory: {role: areas, code: code, name: {fr: nom}}}\n  - name: indicateurs");
        try (var read = town.read()) {
            read.published();
            assertThat(definitions(read).areas().getLast().names().exactly(Language.FR))
                    .contains("Vieux port");
            assertThat(definitions(read).areaVersions()).hasSize(3);
        }
    }

    @Test
    void keepsTheFirstStatementAndSaysThatAnotherDiffers() {
        var town = Town.in(folder)
                .write("autre.csv", "code,niveau\nport,district\n")
                .replace(
                        PACKAGE,
                        "  - name: indicateurs",
                        "  - {name: autre, path: autre.csv, observatory: {role: areas, code: code, level: {column: niveau}}}\n  - name: indicateurs");
        try (var read = town.read()) {
            assertThat(read.publishedWith(FindingRule.AREA_DIFFERS).arguments()).startsWith("port", "quartier < bourg");
            assertThat(definitions(read).areas().getLast().level()).isEqualTo("quartier");
        }
        try (var first = Town.in(fresh("first")).read();
                var read = Town.in(fresh("then"))
                        .replace(
                                AREAS,
                                "\"code\": \"gare\", \"niveau\": \"quartier\"",
                                "\"code\": \"gare\", \"niveau\": \"iris\"")
                        .read(Town.after(definitions(first)))) {
            assertThat(read.of(FindingRule.AREA_DIFFERS)).hasSize(1);
            assertThat(read.intake().content()).isPresent();
        }
    }

    @Test
    void refusesAParentThatNobodyKnows() {
        try (var read = Town.in(folder)
                .replace(
                        AREAS,
                        "\"code\": \"gare\", \"niveau\": \"quartier\", \"dans\": \"bourg\"",
                        "\"code\": \"gare\", \"niveau\": \"quartier\", \"dans\": \"borg\"")
                .read()) {
            assertThat(read.refusedFor(FindingRule.PARENT_UNKNOWN).arguments())
                    .containsExactly("gare", "borg", "bourg");
        }
    }

    @Test
    void refusesAnAreaWithinItself() {
        try (var read = Town.in(folder)
                .replace(AREAS, "\"niveau\": \"town\", \"dans\": \"\"", "\"niveau\": \"town\", \"dans\": \"gare\"")
                .read()) {
            read.refusedFor(FindingRule.AREA_CYCLE);
        }
    }

    @Test
    void refusesAnAreaWithoutLevelAndWarnsOfAnUnknownOne() {
        try (var read = Town.in(folder)
                .replace(AREAS, "\"code\": \"gare\", \"niveau\": \"quartier\"", "\"code\": \"gare\", \"niveau\": \"\"")
                .read()) {
            assertThat(read.refusedFor(FindingRule.LEVEL_MISSING).arguments()).containsExactly("gare");
        }
        try (var read = Town.in(fresh("level"))
                .replace(
                        AREAS,
                        "\"code\": \"gare\", \"niveau\": \"quartier\"",
                        "\"code\": \"gare\", \"niveau\": \"ilot\"")
                .replace(PACKAGE, "level: quartier}\n      period", "level: ilot}\n      period")
                .read()) {
            assertThat(read.of(FindingRule.LEVEL_UNKNOWN).getFirst().arguments())
                    .startsWith("ilot");
            assertThat(read.intake().content()).isPresent();
        }
    }

    @Test
    void refusesOneCodeForTwoAreas() {
        try (var read = Town.in(folder)
                .replace(AREAS, "\"code\": \"gare\"", "\"code\": \"port\"")
                .replace("chiffres.csv", "gare,", "bourg,")
                .read()) {
            var finding = read.refusedFor(FindingRule.CODE_REPEATED);
            assertThat(finding.arguments()).containsExactly("port", "2");
            assertThat(finding.place().row()).isEqualTo(3);
        }
    }

    @Test
    void asksForAChangeThatExplainsANewVersion() {
        try (var first = Town.in(folder).read()) {
            var published = Town.after(definitions(first));
            var town = Town.in(fresh("later")).replace(PACKAGE, "validFrom: 2020-01-01", "validFrom: 2022-07-01");
            try (var read = town.read(published)) {
                assertThat(read.refusedFor(FindingRule.VERSION_UNEXPLAINED).arguments())
                        .containsExactly("bourg", "2022-07-01");
            }
            town.write(
                            "changements.csv",
                            "from,to,date,kind,weight\nport,bourg,2022-07-01,boundary,0.5\nbourg,gare,2022-07-01,transfer,0.1\n")
                    .replace(
                            PACKAGE,
                            "  - name: indicateurs",
                            "  - {name: changements, path: changements.csv, observatory: {role: changes}}\n  - name: indicateurs");
            try (var read = town.read(published)) {
                read.published();
                assertThat(definitions(read).changes()).hasSize(2);
            }
            try (var read = town.replace("changements.csv", ",0.5", ",1.5").read(published)) {
                assertThat(read.of(FindingRule.WEIGHT_OUTSIDE)).hasSize(1);
            }
            try (var read = town.replace("changements.csv", "2022-07-01,transfer", "2022-02-30,transfer")
                    .read(published)) {
                assertThat(read.of(FindingRule.DATE_MALFORMED)).hasSize(1);
            }
            try (var read = town.replace("changements.csv", ",1.5", ",0.5")
                    .replace("changements.csv", "port,bourg", "prot,bourg")
                    .read(published)) {
                assertThat(read.of(FindingRule.AREA_UNKNOWN)).hasSize(1);
            }
            try (var read = Town.in(fresh("earlier"))
                    .replace(PACKAGE, "validFrom: 2020-01-01", "validFrom: 2019-01-01")
                    .read(published)) {
                read.refusedFor(FindingRule.VERSION_NOT_LATER);
            }
        }
    }

    @Test
    void refusesAnAreaThatEndsBeforeItBegins() {
        try (var read = Town.in(folder)
                .replace(PACKAGE, "validFrom: 2020-01-01", "validFrom: 2020-01-01\n      validTo: 2019-01-01")
                .read()) {
            read.refusedFor(FindingRule.VALIDITY_REVERSED);
        }
        try (var read = Town.in(fresh("day"))
                .replace(PACKAGE, "validFrom: 2020-01-01", "validFrom: 2020-02-30")
                .read()) {
            assertThat(read.refusedFor(FindingRule.DATE_MALFORMED).value()).isEqualTo("2020-02-30");
        }
    }

    @Test
    void publishesAnAreaWithoutOutlineAndCountsIt() {
        try (var read = Town.in(folder)
                .replace(AREAS, "{\"type\": \"Polygon\", \"coordinates\": " + PORT + "}", "null")
                .replace("postes.csv", "-6.795", "-6.785")
                .read()) {
            assertThat(read.publishedWith(FindingRule.AREA_WITHOUT_OUTLINE).arguments())
                    .containsExactly("1", "quartier", "port");
        }
    }

    @Test
    void repairsAnOutlineAndSaysWhere() {
        try (var read = Town.in(folder)
                .replace(AREAS, PORT, "[[[-6.8, 34.0], [-6.79, 34.01], [-6.79, 34.0], [-6.8, 34.01], [-6.8, 34.0]]]")
                .replace("postes.csv", "-6.795, 34.005", "-6.785, 34.005")
                .read()) {
            var finding = read.of(FindingRule.OUTLINE_REPAIRED).getFirst();
            assertThat(finding.arguments().getFirst()).isEqualTo("port");
            assertThat(finding.arguments().getLast()).contains("-6.795");
            assertThat(definitions(read).areaVersions())
                    .allMatch(version ->
                            version.outline() != null && version.outline().isValid());
        }
        try (var read = Town.in(fresh("open"))
                .replace(AREAS, PORT, PORT.replace(", [-6.8, 34.0]]]", "]]"))
                .read()) {
            assertThat(read.publishedWith(FindingRule.OUTLINE_REPAIRED)
                            .arguments()
                            .getFirst())
                    .isEqualTo("port");
        }
    }

    @Test
    void refusesAnOutlineThatIsNoSurface() {
        try (var read = Town.in(folder)
                .replace(
                        AREAS,
                        "{\"type\": \"Polygon\", \"coordinates\": " + PORT + "}",
                        "{\"type\": \"LineString\", \"coordinates\": [[-6.8, 34.0], [-6.7, 34.0]]}")
                .read()) {
            read.refusedFor(FindingRule.OUTLINE_UNUSABLE);
        }
        try (var read = Town.in(fresh("malformed"))
                .replace(AREAS, PORT, "[[[-6.8, 34.0], [-6.79], [-6.79, 34.01], [-6.8, 34.0]]]")
                .read()) {
            assertThat(read.refusedFor(FindingRule.GEOMETRY_MALFORMED).place().row())
                    .isEqualTo(2);
        }
        try (var read = Town.in(fresh("metres"))
                .replace(AREAS, PORT, "[[[370000, 380000], [371000, 380000], [371000, 381000], [370000, 380000]]]")
                .read()) {
            assertThat(read.refusedFor(FindingRule.OUTSIDE_WORLD).arguments().getFirst())
                    .startsWith("370000");
        }
    }

    @Test
    void countsOverlapsAndGapsWithTheirSurface() {
        try (var read = Town.in(folder)
                .replace(AREAS, PORT, PORT.replace("-6.79,", "-6.789,"))
                .read()) {
            var finding = read.publishedWith(FindingRule.OUTLINES_OVERLAP);
            assertThat(finding.arguments()).containsExactly("gare", "port", "100000");
        }
        var ring =
                "[[[-6.8, 34.0], [-6.79, 34.0], [-6.79, 34.01], [-6.8, 34.01], [-6.8, 34.0]], [[-6.796, 34.004], [-6.796, 34.006], [-6.794, 34.006], [-6.794, 34.004], [-6.796, 34.004]]]";
        try (var read = Town.in(fresh("gap")).replace(AREAS, PORT, ring).read()) {
            assertThat(read.publishedWith(FindingRule.OUTLINES_GAP).arguments())
                    .containsExactly("quartier", "41000", "-6.79500, 34.00500");
        }
    }

    @Test
    void seesWhatNoAreaCoversAtTheBorderOfTheirParent() {
        try (var read = Town.in(folder)
                .replace(AREAS, PORT, PORT.replace("-6.8,", "-6.795,"))
                .read()) {
            assertThat(read.publishedWith(FindingRule.OUTLINES_GAP).arguments())
                    .containsExactly("quartier", "510000", "-6.79750, 34.00500");
        }
        try (var read = Town.in(fresh("another drawing"))
                .replace(AREAS, PORT, PORT.replace("-6.8,", "-6.7999,"))
                .read()) {
            assertThat(read.intake().counts()).doesNotContainKey(FindingRule.OUTLINES_GAP);
        }
    }

    @Test
    void seesANarrowGapThatIsOpenAtOneEnd() {
        try (var read = Town.in(folder)
                .replace(AREAS, PORT, PORT.replace("[-6.79, 34.0]", "[-6.79005, 34.0]"))
                .read()) {
            assertThat(read.publishedWith(FindingRule.OUTLINES_GAP).arguments().get(1))
                    .isEqualTo("2600");
        }
        try (var read = Town.in(fresh("a bay"))
                .replace(AREAS, PORT, PORT.replace("[-6.79, 34.0]", "[-6.792, 34.0]"))
                .read()) {
            assertThat(read.publishedWith(FindingRule.OUTLINES_GAP).arguments().get(1))
                    .isEqualTo("100000");
        }
    }

    @Test
    void findsTheFinestAreaOfAPlace() {
        try (var read = Town.in(folder).read()) {
            assertThat(definitions(read).places()).singleElement().satisfies(place -> {
                assertThat(place.within()).isEqualTo("port");
                assertThat(place.kind()).isEqualTo("health-post");
            });
        }
        try (var read = Town.in(fresh("outside"))
                .replace("postes.csv", "-6.795, 34.005", "-5, 34.005")
                .read()) {
            assertThat(read.publishedWith(FindingRule.POINT_OUTSIDE).arguments())
                    .containsExactly("p1");
            assertThat(definitions(read).places().getFirst().within()).isNull();
        }
        try (var read = Town.in(fresh("nowhere"))
                .replace("postes.csv", "\"-6.795, 34.005\"", "")
                .read()) {
            assertThat(read.publishedWith(FindingRule.PLACE_WITHOUT_LOCATION).arguments())
                    .containsExactly("1", "p1");
        }
        try (var read = Town.in(fresh("text"))
                .replace("postes.csv", "-6.795, 34.005", "near the harbour")
                .read()) {
            read.refusedFor(FindingRule.GEOMETRY_MALFORMED);
        }
    }

    @Test
    void keepsFurtherColumnsOfAPlace() {
        try (var read = Town.in(folder)
                .write("postes.csv", "id,fr,ar,en,position,lits\np1,x,x,x,\"-6.795, 34.005\",12\n")
                .read()) {
            read.published();
            assertThat(definitions(read).places().getFirst().properties()).containsEntry("lits", "12");
        }
    }

    @Test
    void refusesGeoJsonCutShort() {
        var town = Town.in(folder);
        try (var read = town.write(AREAS, town.text(AREAS).substring(0, 600)).read()) {
            assertThat(read.of(FindingRule.FILE_TRUNCATED)).hasSize(1);
            assertThat(read.intake().content()).isEmpty();
        }
    }

    @Test
    void refusesATownThatNobodyKnows() {
        try (var read =
                Town.in(folder).replace(PACKAGE, "town: bourg", "town: burg").read()) {
            assertThat(read.refusedFor(FindingRule.AREA_UNKNOWN).arguments()).startsWith("burg", "bourg");
        }
    }

    @Test
    void checksIndicatorsAgainstTheSharedLists() {
        try (var read = Town.in(folder)
                .replace("indicateurs.csv", "percent,proportion,none", "percents,proportion,none")
                .read()) {
            assertThat(read.of(FindingRule.CODE_UNKNOWN).getFirst().arguments())
                    .containsExactly("percents", "unit", "percent");
        }
        try (var read = Town.in(fresh("kind"))
                .replace("indicateurs.csv", "percent,proportion,none", "percent,share,none")
                .read()) {
            assertThat(read.of(FindingRule.CODE_UNKNOWN).getFirst().arguments()).startsWith("share", "kind");
        }
        try (var read = Town.in(fresh("same"))
                .replace(
                        PACKAGE,
                        "unit: {column: unite}",
                        "sameAs: {value: iliteracy-rate}\n      unit: {column: unite}")
                .read()) {
            assertThat(read.of(FindingRule.INDICATOR_UNKNOWN).getFirst().arguments())
                    .contains("iliteracy-rate", "illiteracy-rate");
        }
        try (var read = Town.in(fresh("shared"))
                .append("indicateurs.csv", "illiteracy-rate,x,x,x,percent,proportion,none")
                .read()) {
            assertThat(read.publishedWith(FindingRule.INDICATOR_SHARED).arguments())
                    .containsExactly("illiteracy-rate");
        }
        try (var read = Town.in(fresh("twice"))
                .append("indicateurs.csv", "habitants,Autres,x,x,persons,count,persons")
                .read()) {
            assertThat(read.refusedFor(FindingRule.CODE_REPEATED).arguments()).containsExactly("habitants", "2");
        }
    }
}
