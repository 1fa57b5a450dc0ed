package org.socialobservatory.api.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.sparql.limits.Deadline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** One step of a computation that takes minutes looks at no clock: none may be that long. */
@Doors
@TestPropertySource(properties = {"observatory.sparql.timeout=2", "observatory.sparql.memory-bytes=30000000"})
class BoundsTest {

    private static final String XSD = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";
    private static final String XPATH = "http://www.w3.org/2005/xpath-functions";

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    private Endpoint endpoint = new Endpoint(0);

    @BeforeEach
    void connect() {
        endpoint = new Endpoint(port);
    }

    @AfterEach
    void leavesNoWorkerBehind() {
        var patience = Deadline.in(Duration.ofSeconds(3));
        while (meters.get("observatory.sparql.running").gauge().value() > 0 && !patience.isOver()) {
            Thread.onSpinWait();
        }
        assertThat(meters.get("observatory.sparql.running").gauge().value()).isZero();
    }

    /** Doubled, squared, and so on, step by step. */
    private static String steps(String first, int steps, String step) {
        var text = new StringBuilder("SELECT ?b" + steps + " { BIND(" + first + " AS ?b0) ");
        for (int number = 1; number <= steps; number++) {
            text.append("BIND(")
                    .append(step.replace("$", "?b" + (number - 1)))
                    .append(" AS ?b")
                    .append(number)
                    .append(") ");
        }
        return text.append('}').toString();
    }

    private void assertHasNoValue(String query, String variable) throws Exception {
        var begun = Instant.now();
        var row = endpoint.json(XSD + query).at("/results/bindings/0");
        assertThat(row.isObject()).as(query).isTrue();
        assertThat(row.has(variable)).as(query).isFalse();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void letsNoNumberGrowWithoutEnd() throws Exception {
        assertHasNoValue(steps("9999999999", 30, "$ * $"), "b30");
        assertHasNoValue(steps("9999999999.1", 30, "$ * $"), "b30");
        assertHasNoValue(steps("1.1", 30, "1.0 / ($ * $)"), "b30");
        assertThat(endpoint.json("SELECT (1e308 * 2 AS ?x) (3 * 4 AS ?y) (10 / 4 AS ?z) {}")
                        .at("/results/bindings/0/z/value")
                        .asString())
                .isEqualTo("2.5");
    }

    @Test
    void letsNoTextGrowWithoutEnd() throws Exception {
        assertHasNoValue(steps("'xxxxxxxxxxxxxxxx'", 30, "CONCAT($, $)"), "b30");
        assertHasNoValue(steps("'xxxxxxxxxxxxxxxx'", 30, "REPLACE($, 'x', 'xx')"), "b30");
        assertHasNoValue(steps("'éééééééééééééééé'", 40, "ENCODE_FOR_URI(CONCAT($, $))"), "b40");
        assertHasNoValue(steps("'ßßßßßßßßßßßßßßßß'", 30, "UCASE(CONCAT($, $))"), "b30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<" + XPATH + "/math#pow>(10, 20000000)",
                "<" + XPATH + "/math#exp10>(20000000)",
                "<" + XPATH + "#round>(1.5, 2000000000)",
                "<" + XPATH + "#round>(1.5, -2000000000)",
                "<" + XPATH + "#round-half-to-even>(1.5, 20000000)",
                "<" + XPATH + "#format-number>(1, '0')",
                "xsd:duration('P99999999999D')",
                "STRDT('P99999999999D', xsd:duration)"
            })
    void callsNothingThatTakesMinutes(String call) throws Exception {
        assertHasNoValue("SELECT (" + call + " AS ?x) {}", "x");
    }

    @Test
    void readsNoNumberOfAMillionDigits() throws Exception {
        var digits = steps("'9999999999999999'", 16, "CONCAT($, $)");
        for (var reading : new String[] {"STRDT(?b16, xsd:integer)", "xsd:integer(?b16)", "xsd:decimal(?b16)"}) {
            assertHasNoValue(
                    digits.replace("SELECT ?b16", "SELECT ?x").replaceFirst("}$", "BIND(" + reading + " AS ?x) }"),
                    "x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"P99999999999D\"^^xsd:duration", "\"PT1H99999999999M\"^^xsd:dayTimeDuration"})
    void refusesAConstantBeyondReason(String constant) throws Exception {
        for (var query : new String[] {
            "ASK { FILTER(" + constant + " < \"P1D\"^^xsd:duration) }",
            "SELECT * { VALUES ?x { " + constant + " } } ORDER BY ?x",
            "SELECT (\"2000-01-01T00:00:00Z\"^^xsd:dateTime + " + constant + " AS ?x) {}",
            "ASK { ?s ?p " + constant + " }"
        }) {
            var answer = endpoint.get(XSD + query, "", "*/*");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(Endpoint.read(answer).get("rule").asString()).isEqualTo("query-syntax");
        }
    }

    @Test
    void seeksNoLongTextInALongText() throws Exception {
        var texts = steps("'xxxxxxxxxxxxxxxx'", 16, "CONCAT($, $)").replace("SELECT ?b16", "SELECT ?x");
        for (var search : new String[] {"CONTAINS", "STRBEFORE", "STRAFTER"}) {
            assertHasNoValue(texts.replaceFirst("}$", "BIND(" + search + "(?b16, CONCAT(?b15, 'y')) AS ?x) }"), "x");
        }
        assertThat(endpoint.json("ASK { FILTER(CONTAINS('Salé', 'al') && STRBEFORE('a-b', '-') = 'a') }")
                        .get("boolean")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (STRLEN(GROUP_CONCAT(CONCAT(?t, STR(?a)))) AS ?n) { ?a ?b ?c . ?d ?e ?f BIND('%s' AS ?t) }",
                "SELECT (GROUP_CONCAT(DISTINCT CONCAT(?t, STR(?a), STR(?d))) AS ?n) { ?a ?b ?c . ?d ?e ?f BIND('%s' AS ?t) }",
                "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?c), STR(?d), STR(?f))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
                "SELECT (COUNT(DISTINCT *) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
                "SELECT * { ?a ?b ?c BIND(CONCAT('%s', STR(?a), STR(?c)) AS ?t) ?d ?e ?f } ORDER BY ?t ?f",
                "CONSTRUCT { ?a ?b ?t } { ?a ?b ?c . ?d ?e ?f BIND(CONCAT('%s', STR(?d), STR(?f)) AS ?t) }"
            })
    void countsTheTextsThatAQueryHolds(String query) throws Exception {
        var answer = endpoint.get(query.formatted("x".repeat(1000)), "", "*/*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(Endpoint.read(answer).get("rule").asString()).isIn("memory-limit", "time-limit");
    }

    @Test
    void aggregatesWhatIsDifferentOnce() throws Exception {
        var row = endpoint.json("""
                        SELECT (COUNT(DISTINCT ?v) AS ?count) (SUM(DISTINCT ?v) AS ?sum) (AVG(DISTINCT ?v) AS ?mean)
                          (GROUP_CONCAT(DISTINCT ?v ; separator = "+") AS ?joined) (COUNT(DISTINCT *) AS ?rows)
                          (SUM(DISTINCT ?none) AS ?error) (MAX(DISTINCT ?v) AS ?max)
                        { VALUES ?v { 1 2 2 3 3 3 } }
                        """).at("/results/bindings/0");
        assertThat(row.at("/count/value").asString()).isEqualTo("3");
        assertThat(row.at("/sum/value").asString()).isEqualTo("6");
        assertThat(row.at("/mean/value").asString()).isEqualTo("2.0");
        assertThat(row.at("/joined/value").asString()).isEqualTo("1+2+3");
        assertThat(row.at("/rows/value").asString()).isEqualTo("3");
        assertThat(row.at("/max/value").asString()).isEqualTo("3");
        assertThat(row.has("error")).isFalse();
    }

    @Test
    void tellsTypesApartThatNobodyKnows() throws Exception {
        assertThat(endpoint.json("ASK { FILTER(sameTerm(\"a\"^^<urn:x:1>, STRDT(\"a\", <urn:x:1>))) }")
                        .get("boolean")
                        .asBoolean())
                .isTrue();
        assertThat(endpoint.json("ASK { FILTER(sameTerm(\"a\"^^<urn:x:1>, \"a\"^^<urn:x:2>)) }")
                        .get("boolean")
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { FILTER(1 = 2) }",
                "ASK { FILTER(sameTerm(1, 2)) ?s ?p ?o }",
                "ASK { VALUES ?x { 1 } FILTER(sameTerm(1, 2)) }",
                "ASK { ?o a qb:Observation . ?o measure:obsValue ?v FILTER(sameTerm(1, 2)) }"
            })
    void keepsAFilterOfConstants(String query) throws Exception {
        assertThat(endpoint.json(query).get("boolean").asBoolean()).isFalse();
    }
}
