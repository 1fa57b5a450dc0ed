package org.socialobservatory.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
class SearchTest {

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private JsonNode found(String text) {
        var answer = visitor.get("/api/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> codes(JsonNode hits) {
        var codes = new ArrayList<String>();
        hits.forEach(hit -> codes.add(hit.get("code").asString()));
        return codes;
    }

    @ParameterizedTest
    @CsvSource({
        "Quartier Deux, q2",
        "quartier deux, q2",
        "deux quart, q2",
        "etang, q3",
        "L’Étang, q3",
        "l'etan, q3",
        "Quarter One, q1",
        "الحي الثاني, q2",
        "حي الثاني, q2",
        "الحَيُّ الأوّل, q1",
        "الاول, q1",
        "q4, q4",
        "Q4, q4",
        "poste de sante, poste-1",
        "poste-1, poste-1",
        "health pos, poste-1",
        "Essai, essai",
        "quartiir deux, q2",
        "analphabetisme, analphabetisme",
    })
    void findsAThingByItsNameInAnyLanguage(String text, String code) {
        assertThat(codes(found(text).get("results"))).first().isEqualTo(code);
    }

    @Test
    void tellsWhatAThingIsAndWhere() {
        var hit = found("q2").get("results").get(0);
        assertThat(hit.get("kind").asString()).isEqualTo("area");
        assertThat(hit.get("level").asString()).isEqualTo("arrondissement");
        assertThat(hit.get("within").get("name").asString()).isEqualTo("Ville");
        assertThat(hit.get("names").get("ar").asString()).isEqualTo("الحي الثاني");
        assertThat(hit.get("iri").asString()).isEqualTo("http://localhost:8080/id/area/q2");
        assertThat(hit.get("href").asString()).isEqualTo("http://127.0.0.1:" + port + "/areas/q2");
    }

    @Test
    void namesAnIndicatorAsTheGraphDoes() {
        assertThat(found("illiteracy-rate").get("results").get(0).get("iri").asString())
                .isEqualTo("https://w3id.org/social-observatory/indicator/illiteracy-rate");
        assertThat(found("analphabetisme").get("results").get(0).get("iri").asString())
                .isEqualTo("http://localhost:8080/id/indicator/analphabetisme");
    }

    @Test
    void whatIsTypedIsTextAndNoQuery() {
        for (String text :
                List.of("*:*", "name:[a TO z]", "\"", "(((", "q1 AND NOT", "/.*/", "<script>", "\\", "!!!")) {
            assertThat(found(text).get("numberMatched").isInt()).as(text).isTrue();
        }
        assertThat(found("*:*").get("results")).isEmpty();
    }

    @Test
    void goesThroughMatchesPageByPage() {
        var first = visitor.get("/api/search?q=quart&kind=area&limit=1").json();
        assertThat(first.get("numberMatched").intValue()).isEqualTo(2);
        var next = first.get("next").asString().substring(("http://127.0.0.1:" + port).length());
        var second = visitor.get(next).json();
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(codes(second.get("results"))).doesNotContainAnyElementsOf(codes(first.get("results")));
    }

    @Test
    void canBeNarrowedToKinds() {
        assertThat(codes(visitor.get("/api/search?q=q&kind=area").json().get("results")))
                .contains("q1", "q2");
        assertThat(codes(visitor.get("/api/search?q=quartier&kind=place,dataset")
                        .json()
                        .get("results")))
                .isEmpty();
    }

    @Test
    void findsTheAreasAroundAPoint() {
        assertThat(codes(visitor.get("/api/areas?near=-6.795,34.005").json().get("areas")))
                .containsExactly("pays", "ville", "q1");
        assertThat(codes(visitor.get("/api/areas?near=-6.79,34.005").json().get("areas")))
                .as("the edge belongs to both sides")
                .containsExactly("pays", "ville", "q1", "q2");
        assertThat(visitor.get("/api/areas?near=0,0").json().get("areas")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/api/search 400 missing-parameter",
                "/api/search?q= 400 missing-parameter",
                "/api/search?q=a&q=b 400 repeated-parameter",
                "/api/search?q=a&page=2 400 unknown-parameter",
                "/api/search?q=a&kind=dragon 400 malformed-value",
                "/api/search?q=a&limit=x 400 malformed-value",
                "/api/search?q=a&cursor=zz 400 malformed-value",
                "/api/search?q=%FF 400 malformed-request",
                "/api/areas 400 missing-parameter",
                "/api/areas?near=1 400 malformed-value",
                "/api/areas?near=1,2,3 400 malformed-value",
                "/api/areas?near=x,y 400 malformed-value",
                "/api/areas?near=181,0 400 malformed-value",
                "/api/areas?near=0,91 400 malformed-value",
                "/api/areas?far=0,0 400 unknown-parameter",
            })
    void refusesWhatItDoesNotUnderstand(String path, int status, String rule) {
        var answer = visitor.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("rule").asString()).isEqualTo(rule);
    }

    @Test
    void refusesAnOverLongText() {
        assertThat(visitor.get("/api/search?q=" + "a".repeat(300)).status()).isEqualTo(400);
        assertThat(visitor.get("/api/search?q=" + "a".repeat(20_000)).status()).isEqualTo(414);
    }
}
