package org.socialobservatory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.attack.Agent;
import org.socialobservatory.api.attack.Served;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An index of areas at the doors: one figure among the others, and how it was composed. */
@Served
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompositeDoorsTest {

    private static final String DESCRIPTION = """
            name: indices
            title: {fr: Indices, ar: مؤشرات, en: Indices}
            town: cité
            licenses: [{name: CC0-1.0}]
            resources:
              - name: zones
                path: zones.csv
                observatory: {role: areas, level: {column: niveau}, within: {column: dans}, code: code, name: {fr: nom}}
              - name: chiffres
                path: chiffres.csv
                observatory:
                  role: observations
                  source: sample
                  area: {column: zone}
                  period: {value: 2024}
                  breakdown: {sex: {column: sexe}}
                  indicator: {column: indicateur}
                  value: {column: valeur}
                  sampleSize: n
                  standardError: et
              - name: fragilite
                observatory:
                  role: composites
                  code: fragility
                  label: {fr: Fragilité, ar: الهشاشة, en: Fragility}
                  components:
                    - {indicator: illiteracy-rate, weight: 3, direction: higher, breakdown: {sex: F}}
                    - {indicator: unemployment-rate, weight: 1, direction: higher}
            """.replace("cité", "cite");

    private static final String AREAS = """
            code,niveau,dans,nom
            cite,town,,Cité
            i-est,quartier,cite,Est
            i-nord,quartier,cite,Nord
            i-ouest,quartier,cite,Ouest
            i-sud,quartier,cite,Sud
            i-vieux,quartier,cite,Vieux
            """;

    private static final String FIGURES = """
            zone,indicateur,sexe,valeur,n,et
            i-est,illiteracy-rate,F,10,900,1
            i-nord,illiteracy-rate,F,20,900,1.5
            i-ouest,illiteracy-rate,F,30,900,1.5
            i-sud,illiteracy-rate,F,50,900,2
            i-vieux,illiteracy-rate,F,37.625,4,2
            i-est,unemployment-rate,T,12,900,1
            i-nord,unemployment-rate,T,8,900,1
            i-ouest,unemployment-rate,T,16,900,1
            i-sud,unemployment-rate,T,16,900,1
            i-vieux,unemployment-rate,T,11,900,1
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private Agent agent;

    private Visitor visitor;

    @BeforeAll
    void publish(@TempDir Path folder) throws IOException {
        visitor = new Visitor(port);
        Files.writeString(folder.resolve("datapackage.yaml"), DESCRIPTION);
        Files.writeString(folder.resolve("zones.csv"), AREAS);
        Files.writeString(folder.resolve("chiffres.csv"), FIGURES);
        agent.publish(folder);
    }

    private List<JsonNode> observations(String indicator) {
        var found = new ArrayList<JsonNode>();
        visitor.get("/api/observations?dataset=indices&indicator=" + indicator)
                .json()
                .path("observations")
                .forEach(found::add);
        return found;
    }

    @Test
    void isAnIndicatorLikeAnyOther() {
        var index = observations("fragility");
        assertThat(index).hasSize(5);
        assertThat(index.get(1).path("value").asDouble()).isEqualTo(18.75);
        assertThat(index.get(1).path("lower").asDouble()).isLessThan(18.75);
        assertThat(index.get(1).path("unit").asString()).isEqualTo("index");
        var map = visitor.get("/api/choropleth?indicator=fragility&level=quartier&within=cite")
                .json();
        assertThat(map.path("areas")).hasSize(4);
        assertThat(map.path("withheld").path(0).asString()).isEqualTo("i-vieux");
        assertThat(sparql("""
                PREFIX obs: <https://w3id.org/social-observatory/ns#>
                PREFIX sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#>
                PREFIX sdmx-dimension: <http://purl.org/linked-data/sdmx/2009/dimension#>
                SELECT ?value {
                  ?o obs:indicator/<http://www.w3.org/2004/02/skos/core#notation> "fragility" ;
                     sdmx-dimension:refArea/<http://www.w3.org/2004/02/skos/core#notation> "i-nord" ;
                     sdmx-measure:obsValue ?value }
                """)).containsExactly("18.75");
    }

    @Test
    void hasRanksWithTheirBounds() {
        var ranks = observations("fragility-rank");
        assertThat(ranks).hasSize(5);
        assertThat(ranks.get(3).path("value").asInt()).isEqualTo(4);
        assertThat(ranks.get(0).path("lower").asInt()).isEqualTo(1);
        assertThat(ranks.get(0).path("upper").asInt()).isEqualTo(2);
    }

    @Test
    void keepsTheIndexOfAWithheldComponentToItself() {
        for (String indicator : List.of("fragility", "fragility-rank")) {
            assertThat(observations(indicator).getLast().path("status").asString())
                    .isEqualTo("withheld");
            assertThat(observations(indicator).getLast().path("value").isNull()).isTrue();
            var proof = visitor.get("/figures/indices/" + indicator + "/i-vieux/2024/_T");
            assertThat(proof.status()).isEqualTo(200);
            assertThat(proof.body()).contains("unemployment-rate").doesNotContain("37.625", "37,6");
        }
    }

    /** Figures on their scales: 0, 25, 50, 100 and 50, 0, 100, 100; weights 3 and 1; the least index is first. */
    @Test
    void saysWhatMakesItAndWhatWouldChangeIt() {
        var parts = row("i-nord", "fr").path("makeup").path("parts");
        assertThat(parts.get(0).path("share").asString()).isEqualTo("75");
        assertThat(parts.get(0).path("effect").asString()).isEqualTo("−14,1");
        assertThat(parts.get(0).path("place").asString()).isEqualTo("1 sur 4");
        assertThat(parts.get(1).path("effect").asString()).isEqualTo("−15,6");
        assertThat(parts.get(1).path("place").asString()).isEqualTo("2 sur 4");
        assertThat(row("i-vieux", "fr").path("makeup").isNull()).isTrue();
        var json = visitor.get("/api/areas/i-sud/diagnostic").body();
        assertThat(json)
                .contains("{\"indicator\":\"illiteracy-rate\",\"share\":0.75,\"lift\":42.1875,\"placeWithout\":3}");
        assertThat(visitor.get("/areas/i-nord?lang=en").body()).contains("1 of 4", "what would change it");
    }

    private JsonNode row(String area, String language) {
        for (var theme : visitor.get("/areas/" + area + "?f=json&lang=" + language)
                .json()
                .path("themes")) {
            for (var row : theme.path("rows")) {
                if (row.at("/indicator/shownAs").asString().equals("fragility")) {
                    return row;
                }
            }
        }
        throw new AssertionError("No index of " + area);
    }

    @Test
    void saysInTheGraphOfWhatItIsComposed() {
        assertThat(sparql("""
                PREFIX obs: <https://w3id.org/social-observatory/ns#>
                SELECT (CONCAT(STR(?weight), " ", ?which, " ", ?mean) AS ?said) {
                  ?index a obs:Composite ; obs:aggregation ?mean ; obs:component ?part .
                  ?part obs:componentWeight ?weight ; obs:componentBreakdown ?which }
                ORDER BY ?weight
                """)).containsExactly("1 _T arithmetic", "3 sex=F arithmetic");
    }

    private List<String> sparql(String query) {
        var found = new ArrayList<String>();
        visitor.get(
                        "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                        "Accept",
                        "application/sparql-results+json")
                .json()
                .path("results")
                .path("bindings")
                .forEach(row -> found.add(row.properties()
                        .iterator()
                        .next()
                        .getValue()
                        .path("value")
                        .asString()));
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void showsInItsProofOfWhatItIsComposed(String language) {
        for (String indicator : List.of("fragility", "fragility-rank")) {
            var proof = visitor.get("/figures/indices/" + indicator + "/i-nord/2024/_T?lang=" + language);
            assertThat(proof.status()).isEqualTo(200);
            assertThat(proof.body())
                    .contains("id=\"composition\"", "indices/fragility/2024/quartier", "75", "25")
                    .contains("/figures/indices/illiteracy-rate/i-nord/2024/sex=F")
                    .doesNotContain("??");
        }
        assertThat(visitor.get("/areas/i-nord?lang=" + language).body()).contains("fragility");
        assertThat(visitor.get("/indicators/fragility?lang=" + language).status())
                .isEqualTo(200);
    }
}
