package org.socialobservatory.ontology.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/** What the ontology states of official terms makes a cube whole: W3C's integrity queries hold without preparation. */
@ReferenceData
class IntegrityTest {

    private static final List<String> CUBE = List.of(
            "good-dataset", "good-data-structure-definition", "good-observation-of-a-census", "good-withheld-cell");

    @Test
    void findsNothingInAGoodCubeOfOurTerms() throws Exception {
        assertThat(violated(cube(CUBE))).isEmpty();
    }

    @Test
    void findsTheObservationWithoutValue() throws Exception {
        assertThat(violated(cube(List.of(CUBE.get(0), CUBE.get(1), "bad-observation-without-value"))))
                .containsExactly("ic-14.rq");
    }

    private static Graph cube(List<String> examples) {
        var graph = GraphMemFactory.createDefaultGraph();
        Vocabulary.load().graph().find().forEachRemaining(graph::add);
        for (String example : examples) {
            var file = "/org/socialobservatory/examples/" + example + ".ttl";
            RDFDataMgr.read(
                    graph,
                    Objects.requireNonNull(IntegrityTest.class.getResource(file))
                            .toString());
        }
        return graph;
    }

    /** IC-20 and IC-21 speak of hierarchies by {@code qb:parentChildProperty}, which we do not use. */
    private static Set<String> violated(Graph cube) throws Exception {
        var found = new TreeSet<String>();
        var data = DatasetFactory.wrap(DatasetGraphFactory.wrap(cube));
        try (var queries = Files.list(ReferenceFolder.path("datacube-ic"))) {
            for (Path file : queries.filter(IntegrityTest::isQuery).toList()) {
                try (var query = QueryExecution.dataset(data)
                        .query(QueryFactory.create(Files.readString(file)))
                        .build()) {
                    if (query.execAsk()) {
                        found.add(file.getFileName().toString());
                    }
                }
            }
        }
        return found;
    }

    private static boolean isQuery(Path file) {
        return file.getFileName().toString().matches("ic-(1?\\d|19[ab])\\.rq");
    }
}
