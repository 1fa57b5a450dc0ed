package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.finding.Severity;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/** The communes of Rabat-Salé-Kénitra as volunteers drew them: one column of names in three scripts, no codes. */
@ReferenceData
class CommunesTest {

    private static final String PACKAGE = """
            name: rabat-sale-kenitra
            title: {fr: Communes de Rabat-Salé-Kénitra, ar: جماعات الرباط سلا القنيطرة, en: Communes of Rabat-Salé-Kénitra}
            licenses: [{name: ODbL-1.0}]
            sources: [{title: OpenStreetMap contributors}]
            resources:
              - name: communes
                path: communes_osm_2018.geojson
                observatory:
                  role: areas
                  tolerate: {code-repeated: 1}
                  level: commune
                  code: osm_id
                  name: {fr: {column: name, script: latin}, ar: {column: name, script: arabic}}
            """;

    @TempDir
    private Path folder;

    private Town.Read read(Town.Read... before) throws IOException {
        var source = folder.resolve("communes_osm_2018.geojson");
        if (!Files.exists(source)) {
            Files.copy(ReferenceFolder.path("rabat-sale-kenitra/communes_osm_2018.geojson"), source);
            Files.writeString(folder.resolve("datapackage.yaml"), PACKAGE);
        }
        return Town.read(folder, before.length == 0 ? Town.NOTHING : Town.after(definitions(before[0])));
    }

    private static Definitions definitions(Town.Read read) {
        return read.intake().content().orElseThrow().definitions();
    }

    @Test
    void areRefusedForTheOneCodeThatTwoOfThemHave() throws IOException {
        read().close();
        var description = folder.resolve("datapackage.yaml");
        Files.writeString(description, PACKAGE.replace("      tolerate: {code-repeated: 1}\n", ""));
        try (var read = Town.read(folder, Town.NOTHING)) {
            var finding = read.refusedFor(FindingRule.CODE_REPEATED);
            assertThat(finding.arguments()).containsExactly("10000", "66");
            assertThat(finding.place()).isEqualTo(new Finding.Place("communes", null, 70L, null));
        }
    }

    @Test
    void areAllReadWithTheirOutlinesAndTheirNamesInBothScripts() throws IOException {
        try (var read = read()) {
            assertThat(read.intake().count(Severity.ERROR)).isZero();
            var said = definitions(read);
            assertThat(said.areas()).hasSize(108);
            assertThat(said.areaVersions())
                    .hasSize(108)
                    .allMatch(version ->
                            version.outline() != null && version.outline().isValid());
            assertThat(read.intake().refused())
                    .singleElement()
                    .satisfies(refused -> assertThat(refused.rows()).hasSize(1));
            var mersElKheir = said.areas().stream()
                    .filter(area -> area.code().equals("2498872"))
                    .findFirst()
                    .orElseThrow();
            assertThat(mersElKheir.names().exactly(Language.FR)).contains("Mers El Kheir");
            assertThat(mersElKheir.names().exactly(Language.AR)).contains("مرس الخير");
        }
    }

    @Test
    void sayWhereTheyDoNotMeetAndWhatIsLeftOut() throws IOException {
        try (var read = read()) {
            assertThat(read.of(FindingRule.COLUMNS_UNUSED))
                    .singleElement()
                    .extracting(Finding::arguments)
                    .asString()
                    .contains("osm_way_id", "ref_COG");
            assertThat(read.of(FindingRule.OUTLINES_GAP))
                    .isNotEmpty()
                    .allSatisfy(gap -> assertThat(gap.arguments().get(1)).matches("[1-9]\\d*"));
            assertThat(read.of(FindingRule.AREA_WITHOUT_OUTLINE)).isEmpty();
        }
    }

    @Test
    void standBesideTheCensusOfSale() throws IOException {
        try (var sale = Town.read(ReferenceFolder.path("sale-rgph2024"), Town.NOTHING);
                var read = read(sale)) {
            assertThat(read.intake().count(Severity.ERROR)).isZero();
            assertThat(read.of(FindingRule.AREA_DIFFERS)).isEmpty();
            var known = definitions(sale).areas().stream().map(Area::code).toList();
            assertThat(definitions(read).areas()).extracting(Area::code).doesNotContainAnyElementsOf(known);
        }
    }
}
