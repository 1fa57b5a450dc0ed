package org.socialobservatory.api.choropleth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.api.snapshot.rdf.RdfView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@Doors
class ChoroplethTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Snapshots snapshots;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private JsonNode map(String query) {
        var answer = visitor.get("/api/choropleth?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        return answer.json();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(node -> texts.add(node.asString()));
        return texts;
    }

    private static JsonNode area(JsonNode map, String code) {
        for (var area : map.get("areas")) {
            if (area.get("code").asString().equals(code)) {
                return area;
            }
        }
        throw new AssertionError("No area " + code + " in " + map);
    }

    @Test
    void showsTheNewestPeriodAtTheFinestLevelByDefault() {
        var map = map("indicator=analphabetisme");
        assertThat(map.propertyNames())
                .containsExactly(
                        "indicator",
                        "unit",
                        "dataset",
                        "edition",
                        "period",
                        "level",
                        "method",
                        "breaks",
                        "colors",
                        "areas",
                        "withheld",
                        "missing",
                        "query",
                        "note");
        assertThat(map.get("indicator").asString()).isEqualTo("analphabetisme");
        assertThat(map.get("unit").asString()).isEqualTo("percent");
        assertThat(map.get("dataset").asString()).isEqualTo("essai");
        assertThat(map.get("edition").intValue()).isEqualTo(1);
        assertThat(map.get("period").asString()).isEqualTo("2024");
        assertThat(map.get("level").asString()).isEqualTo("arrondissement");
        assertThat(map.get("method").asString()).isEqualTo("quantile");
        assertThat(map.get("areas").size()).isEqualTo(3);
        assertThat(texts(map.get("missing"))).containsExactly("q4");
        assertThat(map.get("colors").size()).isEqualTo(3);
        assertThat(map.get("breaks").size()).isEqualTo(4);
        assertThat(area(map, "q1").get("class").intValue()).isZero();
        assertThat(area(map, "q3").get("class").intValue()).isEqualTo(1);
        assertThat(area(map, "q2").get("class").intValue()).isEqualTo(2);
        assertThat(area(map, "q2").get("certainClass").booleanValue()).isTrue();
        assertThat(map.get("note").asString()).contains("3 au lieu de 5", "Données fictives");
    }

    @Test
    void keepsTheWithheldAsideAndSaysNothingOfThem() {
        var map = map("indicator=analphabetisme&sex=F");
        assertThat(texts(map.get("withheld"))).containsExactly("q3");
        assertThat(texts(map.get("missing"))).containsExactly("q4");
        assertThat(map.get("areas").size()).isEqualTo(2);
        assertThat(map.get("areas").toString()).doesNotContain("q3");
        var uncertain = area(map, "q2");
        assertThat(uncertain.get("value").decimalValue()).isEqualByComparingTo("41.5");
        assertThat(uncertain.get("lower").decimalValue()).isEqualByComparingTo("35");
        assertThat(uncertain.get("upper").decimalValue()).isEqualByComparingTo("48");
        assertThat(uncertain.get("n").intValue()).isEqualTo(220);
        assertThat(uncertain.get("reliability").asString()).isEqualTo("caution");
        assertThat(uncertain.get("contested").booleanValue()).isFalse();
    }

    @Test
    void doubtsAClassIntoWhoseNeighbourTheIntervalReaches() {
        assertThat(area(map("indicator=analphabetisme&sex=F&breaks=20,40"), "q2")
                        .get("certainClass")
                        .booleanValue())
                .isFalse();
        assertThat(area(map("indicator=analphabetisme&sex=F&breaks=20,30"), "q2")
                        .get("certainClass")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void answersToTheSharedCodeOfTheIndicator() {
        var map = map("indicator=illiteracy-rate&level=town");
        assertThat(map.get("indicator").asString()).isEqualTo("illiteracy-rate");
        assertThat(area(map, "ville").get("value").decimalValue()).isEqualByComparingTo("20.5");
    }

    @Test
    void takesThePeriodAskedForAndTheTownByEitherName() {
        var map = map("indicator=analphabetisme&period=2014&town=ville&classes=3");
        assertThat(map.get("period").asString()).isEqualTo("2014");
        assertThat(map.get("breaks").size()).isEqualTo(2);
        assertThat(map).isEqualTo(map("indicator=analphabetisme&period=2014&within=ville&classes=3"));
        assertThat(map("indicator=analphabetisme&within=q1&level=arrondissement")
                        .get("areas"))
                .isEmpty();
    }

    @Test
    void saysSoWhereNothingIsPublished() {
        var map = map("indicator=menages&sex=F&lang=en");
        assertThat(map.get("dataset").isNull()).isTrue();
        assertThat(map.get("edition").isNull()).isTrue();
        assertThat(map.get("breaks")).isEmpty();
        assertThat(map.get("note").asString()).isEqualTo("No figure is published for this choice.");
        assertThat(texts(map.get("missing"))).containsExactly("q1", "q2", "q3", "q4");
    }

    @Test
    void namesAreasInTheLanguageOfTheReader() {
        assertThat(area(map("indicator=analphabetisme&lang=ar"), "q1")
                        .get("name")
                        .asString())
                .isEqualTo("الحي الأول");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "indicator=illiteracy 400 unknown-indicator indicator",
                "level=town 400 missing-parameter indicator",
                "indicator=analphabetisme&within=nowhere 400 unknown-area within",
                "indicator=analphabetisme&town=nowhere 400 unknown-area town",
                "indicator=analphabetisme&level=iris 400 unknown-level level",
                "indicator=analphabetisme&period=1999 400 unknown-period period",
                "indicator=analphabetisme&period=2014,2024 400 repeated-parameter period",
                "indicator=analphabetisme&classes=2 400 malformed-value classes",
                "indicator=analphabetisme&classes=8 400 malformed-value classes",
                "indicator=analphabetisme&classes=five 400 malformed-value classes",
                "indicator=analphabetisme&method=magic 400 malformed-value method",
                "indicator=analphabetisme&method=manual 400 missing-parameter breaks",
                "indicator=analphabetisme&breaks=3,2 400 malformed-value breaks",
                "indicator=analphabetisme&breaks=1,2,3,4,5,6,7 400 malformed-value breaks",
                "indicator=analphabetisme&breaks=NaN 400 malformed-value breaks",
                "indicator=analphabetisme&method=jenks&breaks=1 400 malformed-value method",
                "indicator=analphabetisme&sex=X 400 unknown-code sex",
                "indicator=analphabetisme&sex=* 400 repeated-parameter sex",
                "indicator=analphabetisme&sexe=F 400 unknown-parameter sexe",
                "indicator=analphabetisme&dataset=autre 400 unknown-dataset dataset",
                "indicator=analphabetisme&edition=1 400 missing-parameter dataset",
                "indicator=analphabetisme&dataset=essai&edition=7 400 unknown-edition edition",
                "indicator=analphabetisme&f=xml 400 unknown-format f",
                "indicator=%00 400 malformed-request -",
                "indicator=%C3%28 400 malformed-request -",
            })
    void refusesWhatItDoesNotUnderstand(String query, int status, String rule, String parameter) {
        var answer = visitor.get("/api/choropleth?" + query);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("rule").asString()).isEqualTo(rule);
        if (!parameter.equals("-")) {
            assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
        }
    }

    @Test
    void offersWhatIsNear() {
        var problem = visitor.get("/api/choropleth?indicator=analphabetism").json();
        assertThat(texts(problem.get("allowed"))).contains("analphabetisme");
    }

    @Test
    void itsQueryReturnsTheSameFigures() {
        for (var query : List.of(
                "indicator=analphabetisme",
                "indicator=illiteracy-rate&level=town&within=pays",
                "indicator=analphabetisme&sex=F&within=ville",
                "indicator=menages&sex=F")) {
            var map = map(query);
            var figures = new TreeMap<String, BigDecimal>();
            map.get("areas")
                    .forEach(area -> figures.put(
                            "http://localhost:8080/id/area/" + area.get("code").asString(),
                            area.get("value").decimalValue()));
            assertThat(selected(map.get("query").asString())).as(query).isEqualTo(figures);
        }
    }

    private Map<String, BigDecimal> selected(String query) {
        var selected = new TreeMap<String, BigDecimal>();
        var dataset = RdfView.of(snapshots.current()).dataset();
        try (var execution = QueryExecution.dataset(DatasetFactory.wrap(dataset))
                .query(query)
                .build()) {
            execution
                    .execSelect()
                    .forEachRemaining(row -> selected.put(
                            row.getResource("area").getURI(),
                            new BigDecimal(row.getLiteral("value").getLexicalForm())));
        }
        return selected;
    }

    @Test
    void anEarlierEditionIsShownWhenAskedFor() {
        assertThat(map("indicator=analphabetisme&dataset=essai&edition=1")
                        .get("edition")
                        .intValue())
                .isEqualTo(1);
    }
}
