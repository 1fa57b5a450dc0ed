package org.socialobservatory.api.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@Doors
class ObservationsTest {

    private static final List<String> NAMES = List.of(
            "dataset",
            "edition",
            "indicator",
            "area",
            "period",
            "age",
            "sex",
            "value",
            "unit",
            "lower",
            "upper",
            "standardError",
            "sampleSize",
            "effectiveSampleSize",
            "designEffect",
            "degreesOfFreedom",
            "denominator",
            "parentCovariance",
            "reliability",
            "status",
            "contested",
            "iri");

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private List<JsonNode> observations(String query) {
        var answer = visitor.get("/api/observations?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var found = new ArrayList<JsonNode>();
        answer.json().get("observations").forEach(found::add);
        return found;
    }

    private List<String> keys(String query) {
        return observations(query).stream()
                .map(row -> row.get("indicator").asString() + "/"
                        + row.get("area").asString() + "/" + row.get("period").asString() + "/"
                        + row.get("sex").asString())
                .toList();
    }

    @Test
    void aRowTellsAllThatIsKnownOfACell() {
        var row = observations("indicator=analphabetisme&area=q2&sex=F").getFirst();
        assertThat(row.propertyNames()).containsExactlyElementsOf(NAMES);
        assertThat(row.get("dataset").asString()).isEqualTo("essai");
        assertThat(row.get("edition").isInt()).isTrue();
        assertThat(row.get("age").asString()).isEqualTo("_T");
        assertThat(row.get("value").isNumber()).isTrue();
        assertThat(row.get("value").decimalValue()).isEqualByComparingTo("41.5");
        assertThat(row.get("unit").asString()).isEqualTo("percent");
        assertThat(row.get("effectiveSampleSize").decimalValue()).isEqualByComparingTo("180.5");
        assertThat(row.get("parentCovariance").isNull()).isTrue();
        assertThat(row.get("reliability").asString()).isEqualTo("caution");
        assertThat(row.get("status").asString()).isEqualTo("estimated");
        assertThat(row.get("contested").booleanValue()).isFalse();
        assertThat(row.get("iri").asString())
                .isEqualTo("http://localhost:8080/id/observation/essai/analphabetisme/q2/2024/sex=F");
    }

    @Test
    void aWithheldCellTellsItsKeyAndStatusOnly() {
        var row = observations("area=q3&sex=F").getFirst();
        assertThat(row.get("status").asString()).isEqualTo("withheld");
        for (String name : NAMES.subList(NAMES.indexOf("value"), NAMES.indexOf("status"))) {
            assertThat(row.get(name).isNull()).as(name).isTrue();
        }
        assertThat(observations("area=q4&sex=F").getFirst().get("status").asString())
                .isEqualTo("missing");
    }

    @Test
    void aDimensionLeftOutMeansItsTotal() {
        assertThat(keys("indicator=analphabetisme&area=q1"))
                .containsExactly("analphabetisme/q1/2014/T", "analphabetisme/q1/2024/T");
        assertThat(keys("indicator=analphabetisme&area=q1&sex=*&period=2024"))
                .containsExactly("analphabetisme/q1/2024/T", "analphabetisme/q1/2024/F");
        assertThat(keys("indicator=analphabetisme&area=q1&sex=F,T&period=2024")).hasSize(2);
        assertThat(keys("indicator=analphabetisme&area=q1&sex=_T&period=2024")).hasSize(1);
        assertThat(keys("indicator=menages&sex=F")).isEmpty();
    }

    @Test
    void listsMeanOrAndParametersMeanAnd() {
        assertThat(keys("indicator=menages&area=q1,q2&area=ville")).hasSize(3);
        assertThat(keys("indicator=menages&within=ville")).hasSize(3).doesNotContain("menages/ville/2024/T");
        assertThat(keys("indicator=menages&within=pays")).hasSize(4);
        assertThat(keys("indicator=menages&within=pays&level=town")).containsExactly("menages/ville/2024/T");
        assertThat(keys("indicator=menages&level=town&area=q1")).isEmpty();
        assertThat(keys("indicator=illiteracy-rate&area=ville&period=2024")).hasSize(1);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrOverlap() {
        var all = keys("sex=*");
        var paged = new ArrayList<String>();
        var next = "/api/observations?sex=*&limit=4";
        while (next != null) {
            var answer = visitor.get(next).json();
            answer.get("observations")
                    .forEach(row -> paged.add(row.get("indicator").asString() + "/"
                            + row.get("area").asString() + "/"
                            + row.get("period").asString() + "/"
                            + row.get("sex").asString()));
            var link = answer.get("next");
            assertThat(link.isNull() || link.asString().startsWith("http://127.0.0.1:" + port + "/"))
                    .isTrue();
            next = link.isNull() ? null : link.asString().substring(("http://127.0.0.1:" + port).length());
        }
        assertThat(paged).hasSize(17).containsExactlyElementsOf(all);
    }

    @Test
    void theTableHasTheSameNamesAndNumbers() {
        var answer = visitor.get("/api/observations?indicator=analphabetisme&sex=F&f=csv&limit=3");
        assertThat(answer.header("Content-Type")).startsWith("text/csv;charset=UTF-8");
        assertThat(answer.header("Link")).contains("rel=\"next\"");
        var lines = answer.body().split("\r\n", -1);
        assertThat(lines).hasSize(5);
        assertThat(lines[0]).isEqualTo(String.join(",", NAMES));
        assertThat(lines[2])
                .isEqualTo("essai,1,analphabetisme,q2,2024,_T,F,41.5,percent,35,48,3.2,220,180.5,1.22,19,5400,,caution,"
                        + "estimated,false,http://localhost:8080/id/observation/essai/analphabetisme/q2/2024/sex=F");
        assertThat(lines[3])
                .isEqualTo("essai,1,analphabetisme,q3,2024,_T,F,,,,,,,,,,,,,withheld,false,"
                        + "http://localhost:8080/id/observation/essai/analphabetisme/q3/2024/sex=F");
        assertThat(visitor.get("/api/observations", "Accept", "text/csv").header("Content-Type"))
                .startsWith("text/csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "indicator=x 400 unknown-indicator",
                "area=x 400 unknown-area",
                "within=x 400 unknown-area",
                "level=x 400 unknown-level",
                "period=1999 400 unknown-period",
                "period=20x4 400 unknown-period",
                "dataset=x 400 unknown-dataset",
                "dataset=essai&edition=9 400 unknown-edition",
                "dataset=essai&edition=one 400 unknown-edition",
                "edition=1 400 missing-parameter",
                "sex=X 400 unknown-code",
                "colour=red 400 unknown-parameter",
                "f=sav 400 unknown-format",
                "limit=0 400 malformed-value",
                "limit=-5 400 malformed-value",
                "limit=many 400 malformed-value",
                "cursor=%21 400 malformed-value",
                "cursor=eA 400 malformed-value",
                "cursor=OTl8ZXNzYWk6NQ 410 cursor-outdated",
                "cursor=MXxuZWl0aGVy 400 malformed-value",
                "area=%ff 400 malformed-request",
            })
    void refusesWhatItDoesNotUnderstand(String query, int status, String rule) {
        var answer = visitor.get("/api/observations?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("rule").asString()).isEqualTo(rule);
    }

    @Test
    void refusesAnOverLongQuery() {
        assertThat(visitor.get("/api/observations?area=" + "q1,".repeat(4_000)).status())
                .isEqualTo(414);
    }
}
