package org.socialobservatory.ontology.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.update.UpdateAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/** One pass finds what the queries of the recommendation find, on cubes that keep and that break each constraint. */
@ReferenceData
class CubeIntegrityTest {

    private static final String PREFIX =
            "PREFIX eg: <http://example.org/> PREFIX qb: <http://purl.org/linked-data/cube#>"
                    + " PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
                    + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";

    private static Graph good() {
        try (InputStream cube = CubeIntegrityTest.class.getResourceAsStream("cube.ttl")) {
            return read(new String(Objects.requireNonNull(cube).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Graph read(String turtle) {
        var graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
        return graph;
    }

    private static Set<String> found(Graph graph) {
        var codes = new TreeSet<String>();
        CubeIntegrity.of(graph).keySet().forEach(constraint -> codes.add(constraint.code()));
        return codes;
    }

    private static Set<String> official(Graph graph) {
        var broken = new TreeSet<String>();
        for (var constraint : IntegrityConstraint.values()) {
            if (breaks(graph, constraint.code())) {
                broken.add(constraint.code());
            }
        }
        return broken;
    }

    private static boolean breaks(Graph graph, String constraint) {
        var folder = ReferenceFolder.path("datacube-ic");
        var query = text(folder.resolve(constraint + ".rq"));
        var instantiation = folder.resolve(constraint + "-instantiation.rq");
        if (!Files.exists(instantiation)) {
            return ask(graph, query);
        }
        var data = DatasetGraphFactory.wrap(graph);
        try (var run = QueryExec.dataset(data)
                .query(QueryFactory.create(text(instantiation)))
                .build()) {
            return run.select().materialize().stream()
                    .map(row -> row.get("p").getURI())
                    .anyMatch(property -> ask(graph, query.replace("$p", property)));
        }
    }

    private static boolean ask(Graph graph, String query) {
        try (var run = QueryExec.dataset(DatasetGraphFactory.wrap(graph))
                .query(QueryFactory.create(query))
                .build()) {
            return run.ask();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @EnumSource(IntegrityConstraint.class)
    void findsNothingWhereEveryConstraintIsKept(IntegrityConstraint constraint) {
        assertThat(breaks(good(), constraint.code())).isFalse();
        assertThat(CubeIntegrity.of(good())).doesNotContainKey(constraint);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    ic-1 | DELETE DATA { eg:p3 qb:dataSet eg:people }
                    ic-1 | INSERT DATA { eg:p3 qb:dataSet eg:others }
                    ic-2 | DELETE DATA { eg:weather qb:structure eg:weatherStructure }
                    ic-2 | INSERT DATA { eg:people qb:structure eg:another }
                    ic-3 | INSERT DATA { eg:another a qb:DataStructureDefinition }
                    ic-4 | DELETE DATA { eg:year rdfs:range xsd:gYear }
                    ic-5 | DELETE DATA { eg:sex qb:codeList eg:sexes }
                    ic-6 | INSERT { ?c qb:componentRequired false } WHERE { ?c qb:componentProperty eg:year }
                    ic-7 | DELETE DATA { eg:peopleStructure qb:sliceKey eg:bySex }
                    ic-8 | INSERT DATA { eg:bySex qb:componentProperty eg:rain . eg:women eg:rain 1 }
                    ic-9 | DELETE DATA { eg:women qb:sliceStructure eg:bySex }
                    ic-9 | INSERT DATA { eg:women qb:sliceStructure eg:another }
                    ic-10 | DELETE DATA { eg:women eg:sex eg:female }
                    ic-11 | DELETE DATA { eg:p3 eg:year "2024"^^xsd:gYear }
                    ic-12 | DELETE DATA { eg:p3 eg:sex eg:male } ; INSERT DATA { eg:p3 eg:sex eg:female }
                    ic-12 | DELETE DATA { eg:p3 eg:sex eg:male }
                    ic-13 | DELETE DATA { eg:p2 eg:unit eg:persons }
                    ic-14 | DELETE DATA { eg:p2 eg:count 2 }
                    ic-15 | DELETE DATA { eg:w1 eg:rain 400 }
                    ic-16 | INSERT DATA { eg:w1 eg:heat 30 }
                    ic-17 | DELETE WHERE { eg:w2 ?p ?o }
                    ic-17 | INSERT DATA { eg:w3 qb:dataSet eg:weather ; qb:measureType eg:rain ; eg:rain 2 }
                    ic-18 | DELETE DATA { eg:people qb:slice eg:women } ; INSERT DATA { eg:weather qb:slice eg:women }
                    ic-19a | DELETE DATA { eg:male skos:inScheme eg:sexes }
                    ic-19a | DELETE DATA { eg:male a skos:Concept }
                    ic-19b | DELETE DATA { eg:grownUps skos:member eg:adult }
                    ic-20 | DELETE DATA { eg:town eg:narrower eg:quarter }
                    ic-21 | DELETE DATA { eg:quarter eg:broader eg:town }
                    """)
    void findsWhatTheQueriesFindWhereOneIsBroken(String constraint, String change) {
        var bad = good();
        UpdateAction.parseExecute(PREFIX + change, DatasetGraphFactory.wrap(bad));
        var expected = official(bad);
        assertThat(expected).contains(constraint);
        assertThat(found(bad)).isEqualTo(expected);
    }

    static Stream<String> cases() {
        return text(ReferenceFolder.path("datacube-ic/expected.csv")).lines().skip(1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsExpectedOfTheReferenceCubes(String line) {
        var row = List.of(line.split(",", -1));
        var folder = ReferenceFolder.path("datacube-ic");
        var graph = read(text(folder.resolve("cases/" + row.getFirst() + ".ttl")));
        if (row.get(1).equals("yes")) {
            UpdateAction.parseExecute(text(folder.resolve("normalise-phase1.ru")), DatasetGraphFactory.wrap(graph));
            UpdateAction.parseExecute(text(folder.resolve("normalise-phase2.ru")), DatasetGraphFactory.wrap(graph));
        }
        var header = List.of(text(folder.resolve("expected.csv"))
                .lines()
                .findFirst()
                .orElseThrow()
                .split(",", -1));
        var expected = new TreeSet<String>();
        for (int place = 2; place < row.size(); place++) {
            if (row.get(place).equals("VIOLATED")) {
                expected.add(header.get(place));
            }
        }
        assertThat(found(graph)).isEqualTo(expected);
    }

    @Test
    void namesWhatBreaksAConstraint() {
        var bad = good();
        UpdateAction.parseExecute(PREFIX + "DELETE DATA { eg:p2 eg:count 2 }", DatasetGraphFactory.wrap(bad));
        assertThat(CubeIntegrity.of(bad))
                .containsOnlyKeys(IntegrityConstraint.ALL_MEASURES_PRESENT)
                .containsValue(NodeFactory.createURI("http://example.org/p2"));
    }
}
