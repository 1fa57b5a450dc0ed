package org.socialobservatory.api.snapshot.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesTest {

    private static final String PREFIXES = """
            BASE <http://localhost:8080/>
            PREFIX obs: <https://w3id.org/social-observatory/ns#>
            PREFIX qb: <http://purl.org/linked-data/cube#>
            PREFIX dim: <http://purl.org/linked-data/sdmx/2009/dimension#>
            PREFIX measure: <http://purl.org/linked-data/sdmx/2009/measure#>
            PREFIX attribute: <http://purl.org/linked-data/sdmx/2009/attribute#>
            PREFIX code: <http://purl.org/linked-data/sdmx/2009/code#>
            PREFIX age: <https://w3id.org/social-observatory/code/age/>
            PREFIX level: <https://w3id.org/social-observatory/code/level/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX geo: <http://www.opengis.net/ont/geosparql#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    /** Queries are set apart by blank lines. */
    private static final String QUERIES = """
            SELECT * { ?o a qb:Observation ; qb:dataSet <id/dataset/drawn> ; measure:obsValue ?v }

            SELECT ?area ?name ?v { ?o obs:indicator <id/indicator/analphabetisme> ; dim:refArea ?area ;
              dim:sex code:sex-F ; dim:age age:_T ; measure:obsValue ?v . ?area skos:prefLabel ?name }

            SELECT ?v ?o { ?o measure:obsValue ?v . FILTER(?v > 3) ?o dim:sex code:sex-M }

            SELECT (COUNT(*) AS ?n) (AVG(?v) AS ?mean) ?i { ?o obs:indicator ?i ; measure:obsValue ?v } GROUP BY ?i

            SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g

            SELECT ?g ?o { GRAPH ?g { ?o a obs:WithheldCell } }

            SELECT ?o ?l { ?o dim:refArea <id/area/q2> OPTIONAL { ?o obs:confidenceLower ?l } }

            SELECT ?o { ?o dim:refArea ?a . ?a obs:within <id/area/ville> . ?o dim:refPeriod <id/period/2024> }

            SELECT ?o ?a { ?o dim:refArea ?a . ?a obs:within+ <id/area/pays> }

            SELECT ?a ?b { ?a obs:within* ?b }

            SELECT ?dim (COUNT(?x) AS ?n) { ?x qb:dataSet/qb:structure/qb:component/qb:componentProperty ?dim }
              GROUP BY ?dim

            SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p

            SELECT DISTINCT ?t { ?s a ?t }

            SELECT ?p ?v { <id/observation/essai/analphabetisme/q2/2024/sex=F> ?p ?v }

            SELECT ?o { ?o measure:obsValue 12.5 }

            SELECT ?o { ?o measure:obsValue 12 }

            SELECT ?x ?y { ?x dim:refArea ?a ; measure:obsValue ?v . ?y dim:refArea ?a ; measure:obsValue ?v .
              ?x qb:dataSet <id/dataset/essai> . FILTER(STR(?x) < STR(?y)) }

            SELECT ?o ?c { ?o obs:confidenceLower ?c ; obs:confidenceUpper ?c }

            SELECT ?o { ?o ?p ?o }

            SELECT ?o { ?o dim:refArea ?o }

            SELECT ?a { ?a a geo:Feature . FILTER NOT EXISTS { ?o dim:refArea ?a } }

            SELECT ?o { { ?o a obs:WithheldCell } UNION { ?o a obs:MissingCell } MINUS { ?o dim:sex code:sex-F } }

            SELECT ?o ?t { VALUES ?t { qb:Observation obs:MissingCell } ?o a ?t ; dim:refArea <id/area/q4> }

            SELECT ?o ?p { ?o ?p code:sex-F . ?o dim:refArea <id/area/q1> }

            SELECT ?i (SUM(?v) AS ?sum) { GRAPH <graph/dataset/essai> { ?o obs:indicator ?i ; measure:obsValue ?v } }
              GROUP BY ?i HAVING (SUM(?v) > 100)

            SELECT ?u { ?o obs:tenure ?t ; attribute:unitMeasure ?u ; obs:areaVersion ?v . ?t skos:notation "owner" }

            SELECT ?v { ?o obs:areaVersion <id/area/q1/2015-09-01> ; measure:obsValue ?v ; dim:refArea ?a }

            SELECT ?o { ?o obs:reliability <https://w3id.org/social-observatory/code/reliability/caution> ;
              attribute:obsStatus code:obsStatus-E }

            SELECT ?s ?o { ?s obs:within ?o . ?o skos:notation "ville" . ?x dim:refArea ?s ; dim:sex code:sex-F }

            SELECT * { ?o dim:refArea <id/area/q1> ; dim:refArea <id/area/q2> }

            SELECT * { ?o obs:indicator ?i . ?i skos:exactMatch ?shared . ?shared skos:prefLabel ?l . FILTER(LANG(?l) = "ar") }

            SELECT ?o ?v { { SELECT ?o { ?o a qb:Observation } ORDER BY ?o LIMIT 5 } ?o measure:obsValue ?v }

            SELECT ?o { <id/observation/essai/menages/q1/2024/_T> measure:obsValue ?v . ?o measure:obsValue ?v }

            SELECT * FROM <graph/territory> { ?s obs:level ?l }

            SELECT * FROM <graph/dataset/drawn> FROM NAMED <graph/register> { ?o a qb:Observation OPTIONAL { GRAPH ?g { ?p a obs:Place } } }

            SELECT * FROM <graph/nowhere> { ?s ?p ?o }

            SELECT * FROM NAMED <graph/dataset/essai> { ?s ?p ?o }

            SELECT (COUNT(*) AS ?n) FROM <graph/dataset/essai> FROM <graph/dataset/essai> { ?s ?p ?o }

            ASK { ?o obs:withheld ?x }
            """;

    private final List<org.socialobservatory.ontology.edition.EditionContent> contents = Town.contents(7);
    private final Town town = Town.with(contents);
    private DatasetGraph plain = org.apache.jena.sparql.core.DatasetGraphFactory.empty();

    @BeforeAll
    void writeOut() {
        plain = PlainDataset.of(town.snapshot(), contents);
    }

    static Stream<String> queries() {
        return Stream.of(QUERIES.strip().split("\n\\s*\n"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void answersQueriesAsAPlainDatasetWould(String query) {
        assertThat(rows(town.view(), query)).isEqualTo(rows(plain, query));
    }

    @Test
    void matchesAStarWithoutMakingTermsThatNobodyReads() {
        var matches = ObservationStar.of(
                        org.apache.jena.sparql.core.Var.alloc("o"),
                        List.of(org.apache.jena.graph.Triple.create(
                                org.apache.jena.sparql.core.Var.alloc("o"),
                                org.socialobservatory.api.snapshot.rdf.description.Terms.OBS_VALUE,
                                org.apache.jena.sparql.core.Var.alloc("v"))))
                .in(town.view().getDefaultGraph().cubes().getFirst(), List.of(), ExecutionContext.create(town.view()))
                .matches(org.apache.jena.sparql.engine.binding.BindingFactory.root());
        assertThat(matches.next().size()).isEqualTo(2);
    }

    /** Every row with how often it comes; bindings of either side must look alike. */
    private static Map<Object, Integer> rows(DatasetGraph dataset, String text) {
        var query = QueryFactory.create(PREFIXES + text, Syntax.syntaxSPARQL_11);
        var counts = new HashMap<Object, Integer>();
        try (var execution = QueryExec.dataset(dataset).query(query).build()) {
            if (query.isAskType()) {
                counts.put(execution.ask(), 1);
            } else {
                execution.select().forEachRemaining(row -> counts.merge(values(row), 1, Integer::sum));
            }
        }
        return counts;
    }

    private static List<String> values(Binding row) {
        var values = new ArrayList<String>();
        row.vars().forEachRemaining(variable -> values.add(variable + "=" + row.get(variable)));
        values.sort(null);
        return values;
    }
}
