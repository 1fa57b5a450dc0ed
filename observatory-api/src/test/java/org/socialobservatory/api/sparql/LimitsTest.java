package org.socialobservatory.api.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.sparql.limits.Deadline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@Doors
@TestPropertySource(
        properties = {
            "observatory.sparql.timeout=2",
            "observatory.sparql.rows=20",
            "observatory.sparql.result-bytes=300000",
            "observatory.sparql.memory-bytes=30000000"
        })
@ExtendWith(OutputCaptureExtension.class)
class LimitsTest {

    /** Between the end of the time and the answer: a second of grace, and a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @LocalServerPort
    private int port;

    @Autowired
    private QueryRuns runs;

    @Autowired
    private MeterRegistry meters;

    private Endpoint endpoint = new Endpoint(0);

    @BeforeEach
    void connect() {
        endpoint = new Endpoint(port);
    }

    private void assertOutOfTime(String query, String timeout, Duration longest) throws Exception {
        var begun = Instant.now();
        var response = endpoint.get(query, timeout, "*/*");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(longest.plus(PATIENCE));
        assertRefused(response, "time-limit");
    }

    private static void assertRefused(HttpResponse<String> response, String rule) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(Endpoint.read(response).get("rule").asString()).isEqualTo(rule);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) " + Endpoint.ENDLESS,
                "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?a), STR(?d), STR(?g))) = 7) }",
                "SELECT * { ?a ?b ?c { SELECT (COUNT(*) AS ?n) " + Endpoint.ENDLESS + " } }",
                "CONSTRUCT { ?a ?b ?n } { { SELECT ?a ?b (COUNT(*) AS ?n) " + Endpoint.ENDLESS + " GROUP BY ?a ?b } }",
                "SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?d), STR(?g))) = 7) } }"
            })
    void endsWhatTakesTooLong(String query) throws Exception {
        assertOutOfTime(query, "&timeout=0.5", Duration.ofMillis(500));
    }

    /** A path holds all that it has reached, so a quick machine is out of memory before a slow one is out of time. */
    @Test
    void endsAPathThatGoesEverywhere() throws Exception {
        var begun = Instant.now();
        var response = endpoint.get(
                "SELECT * { ?a (!<a:a>|^!<a:a>)* ?b . ?c (!<a:a>|^!<a:a>)* ?d "
                        + "FILTER(CONCAT(STR(?a), STR(?d)) = \"no such text\") }",
                "&timeout=0.5",
                "*/*");
        assertThat(Duration.between(begun, Instant.now()))
                .isLessThan(Duration.ofMillis(500).plus(PATIENCE));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Endpoint.read(response).get("rule").asString()).isIn("time-limit", "memory-limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { ?s ?p ?o FILTER REGEX(\"%s\", \"^(.*x){20}z$\") }",
                "SELECT ?x { BIND(REGEX(\"%s\", \"^(.*x){20}z$\") AS ?x) }",
                "SELECT ?x { BIND(REPLACE(\"%s\", \"^(.*x){20}z$\", \"\") AS ?x) }",
                "SELECT (SUM(IF(REGEX(\"%s\", \"^(.*x){20}z$\"), 1, 0)) AS ?n) { ?s ?p ?o }",
                "SELECT ?s { ?s ?p ?o } ORDER BY REGEX(STR(?o), \"^(.*x){20}z$\") REGEX(\"%s\", \"^(.*x){20}z$\")",
                "SELECT ?s { ?s ?p ?o FILTER EXISTS { ?s ?q ?r FILTER REGEX(\"%s\", \"^(.*x){20}z$\") } }"
            })
    void endsARegularExpressionThatTriesEveryWay(String query) throws Exception {
        assertOutOfTime(query.formatted("x".repeat(60) + "y"), "&timeout=0.5", Duration.ofMillis(500));
    }

    @Test
    void allowsNoMoreTimeThanIsPermitted() throws Exception {
        assertOutOfTime("SELECT (COUNT(*) AS ?n) " + Endpoint.ENDLESS, "&timeout=1000000", Duration.ofSeconds(2));
    }

    /** Nothing that a query can say is known to do this; the day it is, its reader has an answer all the same. */
    @Test
    void answersInTimeEvenIfTheQueryCannotBeStopped() throws Exception {
        var release = new CountDownLatch(1);
        var begun = Instant.now();
        try (var run = runs.start(
                (_, _) -> awaitDeafly(release),
                Deadline.in(Duration.ofMillis(200)),
                "a client with a stubborn query")) {
            assertThat(run.next()).isInstanceOf(Pipe.Arrival.Failed.class);
            assertThat(Duration.between(begun, Instant.now()))
                    .isLessThan(Duration.ofMillis(200).plus(PATIENCE));
            assertThat(meters.get("observatory.sparql.stuck").gauge().value()).isEqualTo(1);
            assertThat(endpoint.json("ASK {}").get("boolean").asBoolean()).isTrue();
        } finally {
            release.countDown();
        }
        while (runs.stuck() > 0) {
            Thread.onSpinWait();
        }
    }

    private static void awaitDeafly(CountDownLatch release) {
        boolean released = false;
        while (!released) {
            try {
                released = release.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException unheard) {
                assertThat(unheard).isNotNull();
            }
        }
    }

    @Test
    void writesNoLongerAnswerThanPermitted() throws Exception {
        var text = "x".repeat(50_000);
        var query = "SELECT ?t { ?s ?p ?o BIND(\"" + text + "\" AS ?t) } LIMIT 15";
        assertThatThrownBy(() -> endpoint.post("application/sparql-query", query))
                .isInstanceOf(IOException.class);
        var cut = endpoint.post("application/x-www-form-urlencoded", "partial=ok&query=" + Endpoint.encoded(query));
        assertThat(Endpoint.read(cut).get("truncated").asBoolean()).isTrue();
        assertThat(Endpoint.read(cut).at("/results/bindings").size()).isBetween(5, 10);
        assertThatThrownBy(() -> endpoint.post(
                        "application/sparql-query",
                        "CONSTRUCT { ?s ?p ?t } { ?s ?p ?o BIND(CONCAT(\"" + text + "\", STR(?o)) AS ?t) } LIMIT 15"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void cutsTheConnectionWhenTimeEndsAfterTheFirstRow(CapturedOutput log) throws Exception {
        assertThatThrownBy(() -> endpoint.get(
                        "SELECT * { { SELECT * { ?s ?p ?o } LIMIT 5 } UNION { SELECT * " + Endpoint.ENDLESS
                                + " ORDER BY ?z LIMIT 1 } UNION { SELECT (COUNT(*) AS ?n) " + Endpoint.ENDLESS + " } }",
                        "&timeout=1",
                        "*/*"))
                .isInstanceOf(IOException.class);
        assertThat(log.getAll()).doesNotContain("ERROR", "Exception:");
    }

    @Test
    void leavesOutTheLastChunkOfABrokenTransfer() throws Exception {
        var query = "SELECT * { { SELECT * { ?s ?p ?o } LIMIT 5 } UNION { SELECT (COUNT(*) AS ?n) " + Endpoint.ENDLESS
                + " } }";
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET /sparql?timeout=1&query=" + Endpoint.encoded(query)
                                    + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("Transfer-Encoding: chunked");
            assertThat(answer).doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void breaksOffALongerAnswerThanPermitted() throws Exception {
        assertThat(endpoint.json("SELECT * { ?s ?p ?o } LIMIT 20").at("/results/bindings"))
                .hasSize(20);
        assertThatThrownBy(() -> endpoint.json("SELECT * { ?s ?p ?o } LIMIT 21"))
                .isInstanceOf(IOException.class);
        var headers = endpoint.get("ASK {}", "", "*/*").headers();
        assertThat(headers.firstValue("Observatory-Row-Limit")).contains("20");
    }

    @Test
    void givesTheFirstRowsToWhoTakesThemForTheAnswer() throws Exception {
        var cut = endpoint.json("SELECT * { ?s ?p ?o }", "&partial=ok");
        assertThat(cut.at("/results/bindings")).hasSize(20);
        assertThat(cut.get("truncated").asBoolean()).isTrue();
        var whole = endpoint.json("SELECT * { ?s ?p ?o } LIMIT 20", "&partial=ok");
        assertThat(whole.at("/results/bindings")).hasSize(20);
        assertThat(whole.has("truncated")).isFalse();
        assertThat(endpoint.get("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "&partial=ok", "application/n-triples")
                        .body()
                        .lines())
                .hasSize(20);
        assertThat(endpoint.get("SELECT * { ?s ?p ?o }", "&partial=ok", "text/csv")
                        .body()
                        .lines())
                .hasSize(21);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a ?f",
                "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f } }",
                "SELECT ?a ?f (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?c ?d ?f",
                "SELECT ?a ?f { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?c ?d ?f",
                "SELECT (COUNT(*) AS ?n) { { SELECT * { ?a ?b ?c . ?d ?e ?f } } { SELECT * { ?a ?g ?h } } }"
            })
    void endsWhatHoldsTooMuch(String query) throws Exception {
        var response = endpoint.get(query, "", "*/*");
        assertThat(Endpoint.read(response).get("rule").asString())
                .as(response.body())
                .isIn("memory-limit", "time-limit");
    }

    @Test
    void givesBackWhatAQueryHeld() throws Exception {
        for (int again = 0; again < 5; again++) {
            assertThat(endpoint.json("SELECT * { { SELECT ?s { ?s ?p ?o } ORDER BY ?s } } LIMIT 3")
                            .at("/results/bindings"))
                    .hasSize(3);
        }
    }

    @Test
    void letsNoTextGrowWithoutEnd() throws Exception {
        var doubling = new StringBuilder("SELECT ?b30 { BIND(\"xxxxxxxxxxxxxxxx\" AS ?b0) ");
        for (int step = 1; step <= 30; step++) {
            doubling.append("BIND(CONCAT(?b%1$d, ?b%1$d) AS ?b%2$d) ".formatted(step - 1, step));
        }
        assertThat(endpoint.json(doubling + "}").at("/results/bindings/0").has("b30"))
                .isFalse();
    }

    @Test
    void keepsNoSlotAfterAQueryHasEnded() throws Exception {
        for (int again = 0; again < 12; again++) {
            assertThat(endpoint.json("ASK { ?o a qb:Observation }")
                            .get("boolean")
                            .asBoolean())
                    .isTrue();
        }
        assertThat(runs.stuck()).isZero();
    }
}
