package org.socialobservatory.api.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.springframework.boot.test.web.server.LocalServerPort;

@Doors
class ProtocolTest {

    private static final String VALUES =
            "SELECT ?area ?v { ?o dim:refArea ?area ; dim:sex code:sex-F ; measure:obsValue ?v } ORDER BY ?area";

    @LocalServerPort
    private int port;

    private Endpoint endpoint = new Endpoint(0);

    @BeforeEach
    void connect() {
        endpoint = new Endpoint(port);
    }

    private static List<String> values(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Endpoint.read(response)
                .at("/results/bindings")
                .valueStream()
                .map(row -> row.at("/v/value").asString())
                .toList();
    }

    @Test
    void answersTheThreeWaysOfTheProtocolAlike() throws Exception {
        var expected = List.of("18.75", "41.5", "28");
        assertThat(values(endpoint.get(VALUES, "", "*/*"))).isEqualTo(expected);
        assertThat(values(endpoint.post(
                        "application/x-www-form-urlencoded", "query=" + Endpoint.encoded(Endpoint.PREFIXES + VALUES))))
                .isEqualTo(expected);
        assertThat(values(endpoint.post("application/sparql-query", Endpoint.PREFIXES + VALUES)))
                .isEqualTo(expected);
        assertThat(values(endpoint.post("application/sparql-query; charset=utf-8", Endpoint.PREFIXES + VALUES)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    */* | application/sparql-results+json
                    application/json | application/sparql-results+json
                    application/sparql-results+xml | application/sparql-results+xml
                    text/csv | text/csv;charset=utf-8
                    text/tab-separated-values | text/tab-separated-values;charset=utf-8
                    text/csv;q=0.5, application/sparql-results+xml;q=0.9, */*;q=0.1 | application/sparql-results+xml
                    text/csv;q=0.5, text/*;q=0.8 | text/tab-separated-values;charset=utf-8
                    text/html, application/xhtml+xml, */*;q=0.8 | application/sparql-results+json
                    """)
    void answersInTheFormThatTheReaderLikesBest(String accept, String type) throws Exception {
        var response = endpoint.get(VALUES, "", accept);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(type);
        assertThat(response.headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).containsIgnoringCase("Accept"));
        assertThat(response.body()).contains("18.75", "41.5", "28");
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/sparql-results+json",
        "xml, application/sparql-results+xml",
        "csv, text/csv;charset=utf-8",
        "tsv, text/tab-separated-values;charset=utf-8"
    })
    void letsAParameterDecideOnTheForm(String form, String type) throws Exception {
        for (String name : List.of("output", "format")) {
            assertThat(endpoint.get(VALUES, "&" + name + "=" + form, "image/png")
                            .headers()
                            .firstValue("Content-Type"))
                    .contains(type);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml"})
    void writesGraphsInEveryForm(String type) throws Exception {
        var response = endpoint.get("CONSTRUCT WHERE { ?a a geo:Feature ; skos:prefLabel ?l }", "", type);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(said -> assertThat(said).startsWith(type));
        // Seven features with nineteen names between them, and their class.
        assertThat(parsed(response.body(), type).size()).isEqualTo(26);
    }

    private static Graph parsed(String text, String type) {
        var graph = GraphMemFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .lang(RDFLanguages.contentTypeToLang(type))
                .parse(graph);
        return graph;
    }

    @Test
    void describesAThingWithTheNodesThatHaveNoName() throws Exception {
        var response = endpoint.get("DESCRIBE <id/area/q1>", "", "text/turtle");
        assertThat(response.body()).contains("skos:notation", "geo:wktLiteral", "POLYGON");
    }

    @Test
    void answersAQuestionOfYesOrNo() throws Exception {
        assertThat(endpoint.json("ASK { ?o a obs:WithheldCell }").get("boolean").asBoolean())
                .isTrue();
        assertThat(endpoint.get("ASK { ?o a obs:Nothing }", "", "text/csv").body())
                .contains("false");
    }

    @Test
    void writesEveryKindOfTerm() throws Exception {
        var row = endpoint.json("""
                        SELECT ?iri ?text ?number ?plain ?blank ?none {
                          <id/area/q1> obs:within ?iri ; skos:prefLabel ?text ; skos:notation ?plain ;
                            geo:hasDefaultGeometry ?blank ; geo:hasMetricArea ?number . FILTER(LANG(?text) = "ar") }
                        """).at("/results/bindings/0");
        assertThat(row.at("/iri/type").asString()).isEqualTo("uri");
        assertThat(row.at("/iri/value").asString()).isEqualTo("http://localhost:8080/id/area/ville");
        assertThat(row.at("/text/xml:lang").asString()).isEqualTo("ar");
        assertThat(row.at("/text/value").asString()).isEqualTo("الحي الأول");
        assertThat(row.at("/number/datatype").asString()).isEqualTo("http://www.w3.org/2001/XMLSchema#double");
        assertThat(row.at("/plain").has("datatype")).isFalse();
        assertThat(row.at("/blank/type").asString()).isEqualTo("bnode");
        assertThat(row.has("none")).isFalse();
    }

    @Test
    void takesTheGraphsOfTheRequestInPlaceOfThoseOfTheQuery() throws Exception {
        var query = "SELECT (COUNT(*) AS ?v) FROM <graph/nowhere> { ?s a geo:Feature }";
        assertThat(values(endpoint.get(query, "", "*/*"))).containsExactly("0");
        var territory = Endpoint.encoded("http://localhost:8080/graph/territory");
        assertThat(values(endpoint.get(query, "&default-graph-uri=" + territory, "*/*")))
                .containsExactly("12");
        assertThat(values(endpoint.get(
                        "SELECT (COUNT(*) AS ?v) { GRAPH ?g { ?s a geo:Feature } }",
                        "&named-graph-uri=" + territory,
                        "*/*")))
                .containsExactly("12");
    }

    @Test
    void readsNoFileAndNoOtherSite() throws Exception {
        assertThat(values(endpoint.get(
                        "SELECT (COUNT(*) AS ?v) FROM <file:///etc/passwd> FROM <http://localhost:1/x> { ?s ?p ?o }",
                        "",
                        "*/*")))
                .containsExactly("0");
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        var response = endpoint.send(endpoint.request("?query=" + Endpoint.encoded(Endpoint.PREFIXES + VALUES))
                .method("HEAD", BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/sparql-results+json");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void saysWhichMethodsItTakes() throws Exception {
        var options = endpoint.send(endpoint.request("").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET", "HEAD", "POST"));
        assertThat(endpoint.send(endpoint.request("").PUT(BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void isOpenToScriptsOfOtherSites() throws Exception {
        var response = endpoint.send(
                endpoint.request("?query=" + Endpoint.encoded("ASK {}")).header("Origin", "https://example.org"));
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void describesItselfToWhoAsksNothing() throws Exception {
        var response = endpoint.send(endpoint.request("").header("Accept", "text/turtle"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains(
                        "sd:SPARQL11Query",
                        "http://localhost:" + port + "/sparql",
                        "void:triples",
                        "http://localhost:8080/graph/dataset/essai");
    }

    @Test
    void countsWhatStandsInEachGraph() throws Exception {
        var body = endpoint.send(endpoint.request("").header("Accept", "application/n-triples"))
                .body();
        var description = DatasetGraphFactory.wrap(parsed(body, "application/n-triples"));
        var prefixes = "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> "
                + "PREFIX void: <http://rdfs.org/ns/void#> ";
        var asked = prefixes + """
                SELECT ?name ?triples ?observations ?values {
                  ?graph sd:name ?name ; sd:graph ?g . ?g void:triples ?triples
                  OPTIONAL { ?g void:classPartition [ void:class qb:Observation ; void:entities ?observations ] }
                  OPTIONAL { ?g void:propertyPartition [ void:property measure:obsValue ; void:triples ?values ] } }
                """;
        var rows = QueryExec.dataset(description)
                .query(Endpoint.PREFIXES + asked)
                .select()
                .materialize();
        assertThat(rows.hasNext()).isTrue();
        while (rows.hasNext()) {
            var row = rows.next();
            var graph = row.get("name").getURI();
            assertThat(count("{ GRAPH <" + graph + "> { ?s ?p ?o } }")).isEqualTo(number(row.get("triples")));
            assertThat(count("{ GRAPH <" + graph + "> { ?s a qb:Observation } }"))
                    .isEqualTo(number(row.get("observations")));
            assertThat(count("{ GRAPH <" + graph + "> { ?s measure:obsValue ?o } }"))
                    .isEqualTo(number(row.get("values")));
        }
    }

    private static int number(@Nullable Node literal) {
        return literal == null ? 0 : Integer.parseInt(literal.getLiteralLexicalForm());
    }

    private int count(String pattern) throws Exception {
        return Integer.parseInt(values(endpoint.get("SELECT (COUNT(*) AS ?v) " + pattern, "", "*/*"))
                .getFirst());
    }

    @Test
    void sendsABrowserToThePageOfQueries() throws Exception {
        var response = endpoint.send(endpoint.request("").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/query");
    }
}
