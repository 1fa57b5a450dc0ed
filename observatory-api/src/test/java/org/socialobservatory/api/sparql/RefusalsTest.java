package org.socialobservatory.api.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.springframework.boot.test.web.server.LocalServerPort;

@Doors
class RefusalsTest {

    @LocalServerPort
    private int port;

    private Endpoint endpoint = new Endpoint(0);

    @BeforeEach
    void connect() {
        endpoint = new Endpoint(port);
    }

    private static void assertRefused(HttpResponse<String> response, int status, String rule) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Endpoint.read(response).get("rule").asString()).isEqualTo(rule);
    }

    @Test
    void refusesWhatIsNoQuery() throws Exception {
        assertRefused(endpoint.get("SELECT * { ?s ?p }", "", "*/*"), 400, "query-syntax");
        assertRefused(endpoint.get("", "", "*/*"), 400, "query-syntax");
        assertRefused(endpoint.get("JSON { 'a': ?a } WHERE { ?a ?b ?c }", "", "*/*"), 400, "query-syntax");
        assertRefused(endpoint.get("SELECT * { ?s nope:x ?o }", "", "*/*"), 400, "query-syntax");
    }

    @Test
    void refusesAQueryThatIsNestedBeyondReason() throws Exception {
        var query = "SELECT * " + "{".repeat(20_000) + "}".repeat(20_000);
        assertRefused(endpoint.post("application/sparql-query", query), 400, "query-syntax");
        var sum = "SELECT (" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + " AS ?x) {}";
        assertRefused(endpoint.post("application/sparql-query", sum), 400, "query-syntax");
    }

    @Test
    void refusesTwoQueries() throws Exception {
        assertRefused(endpoint.get("ASK {}", "&query=ASK%20%7B%7D", "*/*"), 400, "repeated-parameter");
    }

    @Test
    void refusesTextThatIsNotUtf8() throws Exception {
        var latin = "ASK { ?s ?p \"é\" }".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(
                endpoint.send(endpoint.request("")
                        .header("Content-Type", "application/sparql-query")
                        .POST(BodyPublishers.ofByteArray(latin))),
                400,
                "malformed-request");
        assertRefused(
                endpoint.send(endpoint.request("?query=ASK%20%7B%20?s%20?p%20'%E9'%7D")), 400, "malformed-request");
        assertRefused(endpoint.post("application/x-www-form-urlencoded", "query=%E9"), 400, "malformed-request");
    }

    @Test
    void refusesOtherMediaTypes() throws Exception {
        assertRefused(endpoint.post("text/plain", "ASK {}"), 415, "unsupported-media-type");
        assertRefused(
                endpoint.post("application/sparql-query; charset=iso-8859-1", "ASK {}"), 415, "unsupported-media-type");
        assertRefused(
                endpoint.send(endpoint.request("").POST(BodyPublishers.ofString("ASK {}"))),
                415,
                "unsupported-media-type");
    }

    @Test
    void refusesFormsThatItDoesNotWrite() throws Exception {
        assertRefused(endpoint.get("ASK {}", "", "image/png"), 406, "not-acceptable");
        assertRefused(endpoint.get("ASK {}", "&output=ttl", "*/*"), 400, "unknown-format");
        assertRefused(endpoint.get("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "&output=csv", "*/*"), 400, "unknown-format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "0", "1e9", ""})
    void refusesATimeoutThatIsNoTime(String timeout) throws Exception {
        assertRefused(endpoint.get("ASK {}", "&timeout=" + timeout, "*/*"), 400, "malformed-value");
    }

    @Test
    void refusesAnOverlongQuery() throws Exception {
        var longQuery = "ASK {}" + " ".repeat(100_000);
        assertRefused(endpoint.post("application/sparql-query", longQuery), 413, "too-large");
        assertRefused(
                endpoint.post("application/x-www-form-urlencoded", "query=" + Endpoint.encoded(longQuery)),
                413,
                "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <a:a> <a:b> <a:c> }",
                "DELETE WHERE { ?s ?p ?o }",
                "LOAD <http://localhost:1/x>",
                "CLEAR ALL",
                "DROP GRAPH <a:a>"
            })
    void refusesUpdatesHoweverTheyCome(String update) throws Exception {
        assertRefused(endpoint.get(update, "", "*/*"), 403, "update-refused");
        assertRefused(endpoint.post("application/sparql-query", update), 403, "update-refused");
        assertRefused(endpoint.post("application/sparql-update", update), 403, "update-refused");
        assertRefused(
                endpoint.post("application/x-www-form-urlencoded", "update=" + Endpoint.encoded(update)),
                403,
                "update-refused");
        assertRefused(endpoint.send(endpoint.request("?update=" + Endpoint.encoded(update))), 403, "update-refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } }",
                "SELECT * { BIND(<http://localhost:1/> AS ?x) SERVICE ?x { ?s ?p ?o } }",
                "SELECT * { OPTIONAL { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } } }",
                "SELECT * { { SELECT ?s { SERVICE <http://localhost:1/> { ?s ?p ?o } } } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o FILTER (1 + 1 = 2 || NOT EXISTS { SERVICE <http://localhost:1/> {} }) }",
                "SELECT (EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } } AS ?x) {}",
                "SELECT * { BIND(EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } } AS ?x) }",
                "SELECT (SUM(IF(EXISTS { SERVICE <http://localhost:1/> {} }, 1, 0)) AS ?n) { ?s ?p ?o }",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <http://localhost:1/> {} })",
                "SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://localhost:1/> {} })",
                "SELECT ?x { ?s ?p ?o } GROUP BY (EXISTS { SERVICE <http://localhost:1/> {} } AS ?x)",
                "SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER EXISTS { SERVICE <http://localhost:1/> {} } } }",
                "SELECT * { ?s ?p ?o MINUS { GRAPH ?g { SERVICE <http://localhost:1/> {} } } }",
                "CONSTRUCT { ?s ?p ?o } { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
                "DESCRIBE ?s { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
                "ASK { SERVICE <http://localhost:1/> { ?s ?p ?o } }"
            })
    void refusesRemoteServicesWhereverTheyHide(String query) throws Exception {
        assertRefused(endpoint.get(query, "", "*/*"), 403, "service-refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "file:pom.xml",
                "http://localhost:1/graph.ttl",
                "https://localhost:1/",
                "jar:file:/x.jar!/x.ttl",
                "urn:x:none"
            })
    void fetchesNoGraphFromAnywhere(String graph) throws Exception {
        var count = "SELECT (COUNT(*) AS ?n) ";
        for (var query : List.of(
                count + "FROM <" + graph + "> { ?s ?p ?o }",
                count + "FROM NAMED <" + graph + "> { GRAPH ?g { ?s ?p ?o } }",
                count + "{ GRAPH <" + graph + "> { ?s ?p ?o } }")) {
            assertThat(endpoint.json(query).at("/results/bindings/0/n/value").asInt())
                    .as(query)
                    .isZero();
        }
        for (var parameter : List.of("&default-graph-uri=", "&named-graph-uri=")) {
            assertThat(endpoint.json(count + "{ ?s ?p ?o }", parameter + Endpoint.encoded(graph))
                            .at("/results/bindings/0/n/value")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void needsAQuery() throws Exception {
        assertRefused(endpoint.post("application/x-www-form-urlencoded", "timeout=1"), 400, "missing-parameter");
        assertRefused(endpoint.send(endpoint.request("").header("Accept", "image/png")), 400, "missing-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<java:java.lang.System.currentTimeMillis>()",
                "<java:org.apache.jena.sparql.function.library.version>()",
                "<http://jena.apache.org/ARQ/function#wait>(5000)",
                "<http://jena.apache.org/ARQ/jsFunction#toString>(1)",
                "<http://www.w3.org/2005/xpath-functions#matches>('a', 'a')",
                "<http://www.w3.org/ns/sparql#regex>('a', 'a')"
            })
    void callsNoFunctionByName(String call) throws Exception {
        var bindings = endpoint.json("SELECT ?x { BIND(" + call + " AS ?x) }").at("/results/bindings");
        assertThat(bindings).hasSize(1);
        assertThat(bindings.at("/0").has("x")).isFalse();
    }

    @Test
    void loadsNoPropertyFunction() throws Exception {
        assertThat(endpoint.json("""
                                SELECT ?x { "a b" <java:org.apache.jena.sparql.pfunction.library.strSplit> ?x }
                                """).at("/results/bindings")).isEmpty();
        assertThat(endpoint.json("SELECT ?x { ?x <http://jena.apache.org/ARQ/property#strSplit> (\"a b\" \" \") }")
                        .at("/results/bindings"))
                .isEmpty();
    }

    @Test
    void callsCastsAndMathematics() throws Exception {
        var row = endpoint.json("""
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                        SELECT (xsd:integer("7") AS ?i)
                          (<http://www.w3.org/2005/xpath-functions/math#sqrt>(9.0) AS ?r)
                          (REPLACE("Salé", "[aé]", "-") AS ?s) (REGEX("Salé", "^s", "i") AS ?m) {}
                        """).at("/results/bindings/0");
        assertThat(row.at("/i/value").asString()).isEqualTo("7");
        assertThat(row.at("/r/value").asDouble()).isEqualTo(3);
        assertThat(row.at("/s/value").asString()).isEqualTo("S-l-");
        assertThat(row.at("/m/value").asString()).isEqualTo("true");
    }
}
