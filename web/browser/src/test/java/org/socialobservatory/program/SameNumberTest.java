package org.socialobservatory.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;
import tools.jackson.databind.JsonNode;

/** One server from its start to its end: the same figure at each door, and editions published beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SameNumberTest {

    /** The illiteracy of women of 15 and over in Tabriquet, census of 2024 (HCP). */
    private static final double WOMEN_OF_TABRIQUET = 24.2;

    private static final String TABRIQUET = "44410109";

    @TempDir
    private static Path folder;

    private BuiltProgram program;
    private BuiltServer server;

    @BeforeAll
    void serveTheDemonstration() throws Exception {
        program = new BuiltProgram(folder.resolve("data"));
        server = program.serve("--demo");
    }

    @AfterAll
    void endWithACleanLog() throws Exception {
        server.close();
        assertThat(server.complaints()).isEmpty();
        assertThat(folder.resolve("data/server.json")).doesNotExist();
        assertThat(program.run("verify").status()).isZero();
    }

    @Test
    @Order(1)
    void isHealthyAsSoonAsItSaysThatItIsReady() throws Exception {
        assertThat(server.answer("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(program.run("editions").printed().lines().toList())
                .hasSize(4)
                .anyMatch(line -> line.contains("sale-recensement-2024"))
                .anyMatch(line -> line.contains("sale-reunions-fictives"))
                .anyMatch(line -> line.contains("sale-enquete-menages-fictive"))
                .anyMatch(line -> line.contains("sale-enquete-fictive"));
    }

    @Test
    @Order(1)
    void tellsASecondServerWhereTheFirstOneIs() throws Exception {
        var second = program.run("serve", "--port", "0");
        assertThat(second.status()).isEqualTo(3);
        assertThat(second.printed())
                .contains(
                        "already serves",
                        "http://localhost:" + server.authority().replaceFirst(".*:", ""));
    }

    @Test
    @Order(2)
    void showsTheSameNumberOnTheMapAndInItsQuery() throws Exception {
        var map = server.json("/api/choropleth?indicator=illiteracy-rate&within=4441010&level=arrondissement&sex=F");
        var area = map.get("areas")
                .valueStream()
                .filter(one -> one.get("code").asString().equals(TABRIQUET))
                .findFirst()
                .orElseThrow();
        assertThat(area.get("value").asDouble()).isEqualTo(WOMEN_OF_TABRIQUET);

        var query = URLEncoder.encode(map.get("query").asString(), StandardCharsets.UTF_8);
        var rows = server.text("/sparql?query=" + query, "Accept", "text/csv");
        assertThat(rows.lines()).anyMatch(line -> line.contains("/id/area/" + TABRIQUET) && line.contains("24.2"));
    }

    @Test
    @Order(3)
    void showsTheSameNumberInJsonCsvAndLinkedData() throws Exception {
        var request = "/api/observations?indicator=illiteracy-rate&period=2024&sex=F&area=" + TABRIQUET;
        var observation = server.json(request).get("observations").get(0);
        assertThat(observation.get("value").asDouble()).isEqualTo(WOMEN_OF_TABRIQUET);
        assertThat(observation.get("dataset").asString()).isEqualTo("sale-recensement-2024");
        assertThat(server.text(request + "&f=csv").lines().skip(1))
                .singleElement()
                .asString()
                .contains(",24.2,");
        assertThat(server.text("/datasets/sale-recensement-2024/editions/1/data.csv")
                        .lines())
                .filteredOn(
                        line -> line.contains("illiteracy-rate") && line.contains(TABRIQUET) && line.contains(",F,"))
                .singleElement()
                .asString()
                .contains(",24.2,");
        var iri = observation.get("iri").asString();
        assertThat(server.text(iri.replaceFirst("https?://[^/]*", ""), "Accept", "text/turtle"))
                .contains("24.2");
    }

    @Test
    @Order(4)
    void showsTheSameNumberInOgcItemsAndOnThePage() throws Exception {
        var item = server.json("/ogc/collections/areas-arrondissement/items/" + TABRIQUET + "?sex=F&f=json");
        assertThat(item.get("properties").get("illiteracy_rate").asDouble()).isEqualTo(WOMEN_OF_TABRIQUET);
        assertThat(server.text("/areas/" + TABRIQUET + "?lang=fr", "Accept", "text/html"))
                .contains("24,2");
    }

    @Test
    @Order(5)
    void saysWhatIsInventedAtItsDoors() throws Exception {
        for (String path : new String[] {
            "/datasets/sale-enquete-fictive?lang=fr",
            "/indicators/confiance-fictive?lang=fr",
            "/areas/44410103?lang=fr",
            "/datasets?lang=fr"
        }) {
            assertThat(server.text(path, "Accept", "text/html")).as(path).containsAnyOf("(fictif)", "fictif");
        }
    }

    @Test
    @Order(6)
    void publishesBesideTheServerAndShowsTheOneDifference() throws Exception {
        var essai = DataPackage.in(folder.resolve("essai"), """
                name: essai
                title: {fr: Essai, ar: تجربة, en: Trial}
                licenses: [{name: CC0-1.0}]
                sources: [{title: Written for this test}]
                resources:
                  - name: chiffres
                    path: chiffres.csv
                    schema:
                      fields: [{name: territoire, type: string}, {name: valeur, type: number}]
                    observatory:
                      role: observations
                      source: exhaustive
                      disclosure: already-public
                      area: {column: territoire}
                      period: {value: 2023}
                      indicator: {value: illiteracy-rate}
                      value: {column: valeur}
                """);
        essai.with("territoire,valeur\n44410103,14.5\n44410105,15.25\n");
        assertThat(program.run("publish", essai.path(), "--yes").status()).isZero();
        assertThat(value("44410105", 2023)).isEqualTo(15.25);

        var again = program.run("publish", essai.path(), "--yes");
        assertThat(again.status()).isZero();
        assertThat(editions("essai")).isEqualTo(1);

        essai.with("territoire,valeur\n44410103,14.5\n44410105,15.75\n");
        assertThat(program.run("publish", essai.path(), "--yes").status()).isZero();
        assertThat(editions("essai")).isEqualTo(2);
        assertThat(value("44410105", 2023)).isEqualTo(15.75);
        assertThat(server.text("/datasets/essai/editions/2/difference.csv")
                        .lines()
                        .skip(1))
                .singleElement()
                .asString()
                .contains("44410105", "15.25", "15.75");

        essai.with("territoire,valeur\n44410103,14.5\n44410105,quinze\n");
        var refused = program.run("publish", essai.path(), "--yes");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.printed()).contains("quinze").doesNotContain("Exception");
        assertThat(editions("essai")).isEqualTo(2);
        assertThat(value("44410105", 2023)).isEqualTo(15.75);
    }

    @Test
    @Order(7)
    @ReferenceData
    void takesTheRealCensusWithItsSurveyedOutlines() throws Exception {
        var drawn = outline();
        var published =
                program.run("publish", ReferenceFolder.path("sale-rgph2024").toString(), "--yes");
        assertThat(published.status()).isZero();
        assertThat(published.printed()).contains("426");
        assertThat(outline()).isNotEqualTo(drawn);
        var observed =
                server.json("/api/observations?dataset=rgph-2024-sale-agadir&sex=*&age=*&urbanisation=*&limit=100000");
        assertThat(observed.get("observations").size()).isEqualTo(15_376);
        var map = server.json("/api/choropleth?dataset=rgph-2024-sale-agadir&within=4441010&sex=F"
                + "&indicator=taux-d-analphabetisme-des-15-ans-et-plus&level=arrondissement");
        assertThat(map.get("areas")
                        .valueStream()
                        .filter(one -> one.get("code").asString().equals(TABRIQUET))
                        .map(one -> one.get("value").asDouble()))
                .containsExactly(WOMEN_OF_TABRIQUET);
    }

    private JsonNode outline() throws Exception {
        return server.json("/ogc/collections/areas-arrondissement/items/" + TABRIQUET + "?f=json")
                .get("geometry");
    }

    private double value(String area, int period) throws Exception {
        return server.json(
                        "/api/observations?dataset=essai&indicator=illiteracy-rate&area=" + area + "&period=" + period)
                .get("observations")
                .get(0)
                .get("value")
                .asDouble();
    }

    private long editions(String dataset) throws Exception {
        return program.run("editions")
                .printed()
                .lines()
                .filter(line -> line.startsWith(dataset + " ") || line.startsWith(dataset + "\t"))
                .count();
    }
}
