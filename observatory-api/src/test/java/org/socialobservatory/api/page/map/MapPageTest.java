package org.socialobservatory.api.page.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.ontology.edition.Edition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

@Doors
class MapPageTest {

    private static final String RATES = "/map?f=json&lang=en&indicator=analphabetisme&level=arrondissement";

    @LocalServerPort
    private int port;

    @Autowired
    private FakeWarehouse warehouse;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private JsonNode page(String address) {
        var answer = visitor.get(address);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> limits(JsonNode page) {
        var limits = new ArrayList<String>();
        page.get("choices").get("limits").forEach(limit -> limits.add(limit.asString()));
        return limits;
    }

    private static int counted(JsonNode legend) {
        return StreamSupport.stream(legend.get("classes").spliterator(), false)
                        .mapToInt(line -> line.get("count").asInt())
                        .sum()
                + legend.get("unreliable").asInt()
                + legend.get("withheld").asInt()
                + legend.get("missing").asInt();
    }

    @Test
    void beginsLimitsByHandWithThoseOfClassesOfOneSize() {
        var page = page(RATES + "&method=manual&classes=3");
        assertThat(limits(page)).hasSize(2);
        assertThat(page.get("legend").get("classes")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"breaks=15&breaks=30, '15,30'", "breaks=30&breaks=15, '15,30'", "breaks=20, 20"})
    void takesLimitsFromSeveralFieldsInAnyOrder(String fields, String limits) {
        var page = page(RATES + "&method=manual&" + fields);
        assertThat(limits(page)).containsExactly(limits.split(","));
        assertThat(counted(page.get("legend")))
                .isEqualTo(page.get("legend").get("all").asInt());
    }

    @Test
    void forgetsLimitsOfWhichTheMethodHasNoUse() {
        assertThat(page(RATES + "&method=quantile&breaks=1&breaks=2").get("legend"))
                .isEqualTo(page(RATES + "&method=quantile").get("legend"));
    }

    @Test
    void showsOneClassWhereAllValuesAreEqual() {
        for (String method : List.of("quantile", "jenks", "equal", "stddev", "manual")) {
            var legend = page(RATES + "&period=2014&method=" + method).get("legend");
            assertThat(legend.get("classes")).as(method).hasSize(1);
            assertThat(counted(legend)).isEqualTo(legend.get("all").asInt());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantile", "jenks", "equal", "stddev", "manual"})
    void comparesTwoPeriodsWithOneLegendThatCountsAllAreasOfBoth(String method) {
        var page = page(RATES + "&period=2024&compare=2014&method=" + method);
        var one = page.get("legend");
        var other = page.get("other").get("legend");
        assertThat(counted(one)).isEqualTo(one.get("all").asInt());
        assertThat(counted(other)).isEqualTo(other.get("all").asInt()).isEqualTo(counted(one));
        for (int i = 0; i < one.get("classes").size(); i++) {
            for (String shared : List.of("colour", "from", "to")) {
                assertThat(one.get("classes").get(i).get(shared))
                        .isEqualTo(other.get("classes").get(i).get(shared));
            }
        }
        assertThat(page.get("rows"))
                .allSatisfy(row -> assertThat(row.get("other").get("area")).isEqualTo(row.get("area")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"menages", "1999", "2024", "nothing", "<script>"})
    void refusesToCompareWhatHasNotTheUnitOrThePeriodAndSaysWhatHas(String compared) {
        var answer = visitor.get(
                RATES + "&period=2024&compare=" + compared.replace("<", "%3C").replace(">", "%3E"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("parameter").asString()).isEqualTo("compare");
        assertThat(answer.json().get("allowed").toString()).contains("2014");
    }

    @ParameterizedTest
    @CsvSource({"'34.005, -6.795', q1", "'34.005 -6.785', q2", "Quartier Deux, q2", "الحي الثاني, q2"})
    void findsAnAreaByNameOrPoint(String asked, String area) {
        var found = page(RATES + "&find=" + URLEncoder.encode(asked, StandardCharsets.UTF_8))
                .get("found");
        assertThat(found.get("here")).hasSize(1);
        assertThat(found.get("here").get(0).get("code").asString()).isEqualTo(area);
    }

    @Test
    void saysWhereAPointIsInNoArea() {
        var found = page(RATES + "&find=0,0").get("found");
        assertThat(found.get("here")).isEmpty();
        assertThat(found.get("elsewhere")).isEmpty();
        assertThat(visitor.get(RATES.replace("f=json&", "") + "&find=0,0", "Accept", "text/html")
                        .body())
                .contains("No area with an outline holds this point.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"91,0", "0,181"})
    void refusesAPointThatIsNotOnEarth(String point) {
        assertThat(visitor.get(RATES + "&find=" + point).status()).isEqualTo(400);
    }

    @Test
    void countsChosenAreasThatAreNotOnTheMap() {
        var together = page(RATES.replace("analphabetisme", "menages") + "&areas=q1&areas=ville&areas=nowhere")
                .get("together");
        assertThat(together.get("areas")).hasSize(1);
        assertThat(together.get("elsewhere").asInt()).isEqualTo(2);
        assertThat(together.get("text").asString()).isEqualTo("1,200 households");
    }

    @Test
    void saysWhyAreasHaveNoFigureTogether() {
        var together = page(RATES + "&period=2024&areas=q1,q2").get("together");
        assertThat(together.get("text").isNull()).isTrue();
        assertThat(together.get("refusal").asString()).contains("how many persons");
    }

    @Test
    void offersKindsOfPlacesAsLayers() {
        assertThat(page(RATES).get("layers").get(0).get("code").asString()).isEqualTo("health-post");
    }

    @Test
    @DirtiesContext
    void saysWhyAnIndicatorOfALinkIsThereNoMore() {
        warehouse.withdraw(new Edition.Id("essai", 1), "measured in the wrong unit");
        for (String door : List.of("/map?indicator=menages", "/api/choropleth?indicator=menages")) {
            var answer = visitor.get(door + "&lang=en", "Accept", "text/html, application/json");
            assertThat(answer.status()).as(door).isEqualTo(410);
            assertThat(answer.body()).contains("measured in the wrong unit");
        }
    }
}
