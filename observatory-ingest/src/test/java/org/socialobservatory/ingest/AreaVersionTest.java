package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.finding.FindingRule;

/** What several rows, resources and packages say of one area, one indicator. */
class AreaVersionTest {

    private static final String AREAS = "quartiers.geojson";
    private static final String PACKAGE = "datapackage.yaml";
    private static final String PORT = "[[[-6.8, 34.0], [-6.79, 34.0], [-6.79, 34.01], [-6.8, 34.01], [-6.8, 34.0]]]";
    private static final String SMALLER = PORT.replace("-6.8,", "-6.798,");

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

    /** The town with a further file that says of the harbour what it likes. */
    private static Town withASecond(Town town, String outline, String flags) {
        return town.write(
                        "plan.geojson",
                        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {\"code\": \"port\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": "
                                + outline + "}}]}")
                .replace(
                        PACKAGE,
                        "  - name: indicateurs",
                        "  - {name: plan, path: plan.geojson, observatory: {role: areas, code: code" + flags
                                + "}}\n  - name: indicateurs");
    }

    private static double west(Definitions definitions) {
        return definitions.areaVersions().stream()
                .filter(version -> version.area().equals("port"))
                .map(AreaVersion::outline)
                .findFirst()
                .orElseThrow()
                .getEnvelopeInternal()
                .getMinX();
    }

    @Test
    void keepsTheFirstOfTwoOutlinesAndSaysSo() {
        try (var read = withASecond(Town.in(folder), SMALLER, "").read()) {
            var finding = read.publishedWith(FindingRule.OUTLINE_TWICE);
            assertThat(finding.arguments()).containsExactly("port");
            assertThat(finding.place().resource()).isEqualTo("plan");
            assertThat(west(definitions(read))).isEqualTo(-6.8);
        }
        try (var read = withASecond(Town.in(fresh("same")), PORT, "").read()) {
            read.published();
        }
    }

    @Test
    void keepsTheOutlineThatIsPublishedAndSaysSo() {
        try (var first = Town.in(folder).read();
                var read = Town.in(fresh("again")).replace(AREAS, PORT, SMALLER).read(Town.after(definitions(first)))) {
            assertThat(read.of(FindingRule.OUTLINE_TWICE)).hasSize(1);
            assertThat(read.intake().content()).isPresent();
        }
    }

    @Test
    void putsASurveyInThePlaceOfADrawing() {
        var town = Town.in(folder).replace(PACKAGE, "      role: areas\n", "      role: areas\n      drawn: true\n");
        try (var read = withASecond(town, SMALLER, "").read()) {
            assertThat(read.of(FindingRule.OUTLINE_TWICE)).isEmpty();
            assertThat(west(definitions(read))).isEqualTo(-6.798);
        }
    }

    @Test
    void pointsOutAVersionThatWouldEndAfterTheNextBegins() {
        var town = Town.in(folder)
                .write("versions.csv", "code,de,a\nport,2020-01-01,2025-12-31\nport,2022-07-01,\n")
                .write("changements.csv", "from,to,date,kind,weight\nport,port,2022-07-01,boundary,1\n")
                .replace(
                        PACKAGE,
                        "  - name: indicateurs",
                        "  - {name: changements, path: changements.csv, observatory: {role: changes}}\n"
                                + "  - {name: versions, path: versions.csv, observatory: {role: areas, code: code,"
                                + " validFrom: {column: de}, validTo: {column: a}}}\n  - name: indicateurs");
        try (var read = town.read()) {
            assertThat(read.publishedWith(FindingRule.VALIDITY_OVERLAPS).arguments())
                    .containsExactly("port", "2020-01-01", "2025-12-31", "2022-07-01");
        }
        try (var read = town.replace("versions.csv", "2025-12-31", "2022-06-30").read()) {
            read.published();
            assertThat(definitions(read).areaVersions()).hasSize(4);
        }
    }

    @Test
    void refusesAWeightThatIsZeroOrNegative() {
        var town = Town.in(folder)
                .write("changements.csv", "from,to,date,weight\nport,gare,2022-07-01,0\nport,bourg,2022-07-01,-0.5\n")
                .replace(
                        PACKAGE,
                        "  - name: indicateurs",
                        "  - {name: changements, path: changements.csv, observatory: {role: changes}}\n  - name: indicateurs");
        try (var read = town.read()) {
            read.refusedFor(FindingRule.WEIGHT_OUTSIDE);
            assertThat(read.of(FindingRule.WEIGHT_OUTSIDE))
                    .extracting(finding -> finding.value())
                    .containsExactly("0", "-0.5");
        }
    }

    @Test
    void saysThatAnIndicatorWillMeanSomethingElse() {
        try (var first = Town.in(folder).read();
                var read = Town.in(fresh("again"))
                        .replace("indicateurs.csv", "persons,count,persons", "households,count,households")
                        .read(Town.after(definitions(first)))) {
            assertThat(read.publishedWith(FindingRule.INDICATOR_DIFFERS).arguments())
                    .containsExactly("habitants", "persons, count, persons", "households, count, households");
        }
    }

    @Test
    void countsWhatHasNoNameAndWhatHasNoRole() {
        try (var read = Town.in(folder)
                .append("origine.csv", "X,,,")
                .replace(PACKAGE, "  - name: indicateurs", "  - {name: notes, path: postes.csv}\n  - name: indicateurs")
                .read()) {
            assertThat(read.of(FindingRule.LABEL_MISSING))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.arguments()).containsExactly("1", "X"));
            assertThat(read.of(FindingRule.ROLE_MISSING))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.arguments()).containsExactly("notes"));
            assertThat(read.intake().content()).isPresent();
        }
    }
}
