package org.socialobservatory.api.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.query.impl.SimpleDataset;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.api.Doors;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The endpoint asked by the clients of Apache Jena and Eclipse RDF4J. */
@Doors
@TestPropertySource(properties = {"observatory.sparql.rows=200"})
class ForeignClientsTest {

    private static final String VALUES =
            "SELECT ?area ?v { ?o dim:refArea ?area ; dim:sex code:sex-F ; measure:obsValue ?v } ORDER BY ?area";
    private static final String TERRITORY = "http://localhost:8080/graph/territory";
    private static final String FEATURES = "SELECT (COUNT(*) AS ?n) { ?s a geo:Feature }";

    @LocalServerPort
    private int port;

    private SPARQLRepository rdf4j = new SPARQLRepository("http://localhost");

    @BeforeEach
    void connect() {
        rdf4j = new SPARQLRepository(address());
        rdf4j.init();
    }

    @AfterEach
    void disconnect() {
        rdf4j.shutDown();
    }

    private String address() {
        return "http://localhost:" + port + "/sparql";
    }

    private List<BindingSet> rows(String query) {
        try (var connection = rdf4j.getConnection();
                var rows =
                        connection.prepareTupleQuery(Endpoint.PREFIXES + query).evaluate()) {
            return QueryResults.asList(rows);
        }
    }

    @Test
    void rdf4jReadsTables() {
        assertThat(rows(VALUES).stream().map(row -> row.getValue("v").stringValue()))
                .containsExactly("18.75", "41.5", "28");
        var text = rows("SELECT ?l { <http://localhost:8080/id/area/q1> skos:prefLabel ?l FILTER(LANG(?l) = 'ar') }");
        assertThat(text.getFirst().getValue("l")).isEqualTo(Values.literal("الحي الأول", "ar"));
    }

    @Test
    void rdf4jReadsTruthAndGraphs() {
        try (var connection = rdf4j.getConnection()) {
            assertThat(connection
                            .prepareBooleanQuery(Endpoint.PREFIXES + "ASK { ?o a obs:WithheldCell }")
                            .evaluate())
                    .isTrue();
            var areas = connection.prepareGraphQuery(
                    Endpoint.PREFIXES + "CONSTRUCT WHERE { ?a a geo:Feature ; skos:prefLabel ?l }");
            try (var statements = areas.evaluate()) {
                assertThat(QueryResults.asList(statements).stream().map(Statement::getSubject))
                        .hasSizeGreaterThan(20);
            }
        }
    }

    @Test
    void rdf4jNamesItsGraphs() {
        try (var connection = rdf4j.getConnection()) {
            var graphs = new SimpleDataset();
            graphs.addDefaultGraph(Values.iri(TERRITORY));
            var query = connection.prepareTupleQuery(Endpoint.PREFIXES + FEATURES);
            query.setDataset(graphs);
            try (var rows = query.evaluate()) {
                assertThat(rows.next().getValue("n").stringValue()).isEqualTo("12");
            }
        }
    }

    @Test
    void rdf4jSeesThatAnAnswerWasCut() {
        assertThatThrownBy(() -> rows("SELECT * { ?s ?p ?o } LIMIT 201")).isInstanceOf(QueryEvaluationException.class);
        assertThat(rows("SELECT * { ?s ?p ?o } LIMIT 200")).hasSize(200);
    }

    private record Said(int status, String text) {}

    private Said rsparql(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "arq.rsparql",
                "--service=" + address()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    csv | q1,18.75
                    tsv | "q1"
                    json | "value": "18.75"
                    xml | >18.75</literal>
                    """)
    void rsparqlReadsTables(String form, String expected) throws Exception {
        var said = rsparql(
                "--results=" + form,
                Endpoint.PREFIXES
                        + "SELECT ?code ?v { ?o dim:refArea/skos:notation ?code ; dim:sex code:sex-F ; measure:obsValue ?v }");
        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.text()).contains(expected);
    }

    @Test
    void rsparqlReadsGraphsAndTruth() throws Exception {
        var graph = rsparql(Endpoint.PREFIXES + "CONSTRUCT WHERE { ?a a geo:Feature ; skos:notation ?l }");
        assertThat(graph.text()).contains("geo:Feature", "\"q1\"");
        assertThat(rsparql("ASK {}").text()).containsIgnoringCase("yes");
    }

    @Test
    void rsparqlFailsWhereTheEndpointRefuses() throws Exception {
        var cut = rsparql("SELECT * { ?s ?p ?o } LIMIT 201");
        assertThat(cut.text()).containsPattern("Exception|[Ee]rror|EOF|closed");
        var refused = rsparql("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }");
        assertThat(refused.text()).contains("403");
    }
}
