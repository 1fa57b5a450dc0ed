package org.socialobservatory.ontology.shape;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialobservatory.ontology.Vocabulary;

/**
 * Every file of {@code examples/}. A good one names the shape that it shows, a bad one the constraint that it breaks, in
 * a comment: {@code # shows shape:Area}, {@code # breaks shape:Area at obs:level: sh:MinCountConstraintComponent}.
 */
class ExamplesTest {

    private static final Pattern SHOWS = Pattern.compile("^# shows (shape:\\w+)$", Pattern.MULTILINE);
    private static final Pattern BREAKS =
            Pattern.compile("^# breaks ((shape:\\w+) at \\S*: sh:\\w+)$", Pattern.MULTILINE);

    static Stream<String> good() {
        return examples("good-");
    }

    static Stream<String> bad() {
        return examples("bad-");
    }

    @ParameterizedTest
    @MethodSource("good")
    void conforms(String example) {
        var graph = RDFDataMgr.loadGraph(path(example).toString());
        var shown = declared(SHOWS, 1, example).getFirst().replace("shape:", ShapeFiles.SHAPE);
        assertThat(ShapeFiles.looksAt(shown, graph)).as("%s looks at it", shown).isTrue();
        assertThat(ShapeFiles.faults(graph)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void breaksExactlyWhatItDeclares(String example) {
        var graph = RDFDataMgr.loadGraph(path(example).toString());
        var prologue = new Prologue(graph.getPrefixMapping());
        assertThat(ShapeFiles.violations(graph, prologue))
                .containsExactlyElementsOf(new TreeSet<>(declared(BREAKS, 1, example)));
    }

    @Test
    void everyShapeHasAGoodAndABadExample() {
        assertThat(shapes()).isNotEmpty();
        assertThat(named(good(), SHOWS, 1)).containsAll(shapes());
        assertThat(named(bad(), BREAKS, 2)).containsAll(shapes());
    }

    @Test
    void everyShapeHasAFileOfItsOwn() throws Exception {
        assertThat(shapes()).hasSameSizeAs(ShapeFiles.files());
        var project = Path.of(System.getProperty("observatory.project", ".."), "ontology", "shapes");
        try (var files = Files.list(project)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".ttl")))
                    .containsExactlyInAnyOrderElementsOf(ShapeFiles.files());
        }
    }

    @Test
    void everyPropertyOfTheLanguageStandsInAShape() {
        var declared = Vocabulary.load().graph().stream(Node.ANY, RDF.type.asNode(), RDF.Property.asNode())
                .map(triple -> triple.getSubject().getURI())
                .toList();
        var constrained = ShapeFiles.graph().stream()
                .map(triple -> triple.getObject())
                .filter(Node::isURI)
                .map(Node::getURI)
                .toList();
        assertThat(declared).hasSizeGreaterThan(100);
        assertThat(constrained).containsAll(declared);
    }

    @Test
    void theVocabularyConforms() {
        assertThat(ShapeFiles.faults(Vocabulary.load().graph())).isEmpty();
    }

    @Test
    void seesAFaultInTheVocabulary() {
        var graph = GraphMemFactory.createDefaultGraph();
        Vocabulary.load().graph().find().forEachRemaining(graph::add);
        var notation = NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#notation");
        var code = NodeFactory.createURI("https://w3id.org/social-observatory/code/age/_T");
        graph.add(Triple.create(code, notation, NodeFactory.createLiteralString("second")));
        assertThat(ShapeFiles.faults(graph)).singleElement().asString().contains("MaxCount");
    }

    private static Set<String> shapes() {
        var type = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
        return ShapeFiles.graph().stream(Node.ANY, type, NodeFactory.createURI("http://www.w3.org/ns/shacl#NodeShape"))
                .map(triple -> triple.getSubject().getURI().replace(ShapeFiles.SHAPE, "shape:"))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> named(Stream<String> examples, Pattern comment, int group) {
        return examples.flatMap(example -> declared(comment, group, example).stream())
                .collect(toCollection(TreeSet::new));
    }

    private static List<String> declared(Pattern comment, int group, String example) {
        try {
            var found = comment.matcher(Files.readString(path(example)))
                    .results()
                    .map((MatchResult match) -> match.group(group))
                    .toList();
            assertThat(found).as("declared in %s", example).isNotEmpty();
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> examples(String prefix) {
        try (var files = Files.list(path(""))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path path(String example) {
        try {
            var folder = Objects.requireNonNull(ExamplesTest.class.getResource("/org/socialobservatory/examples"));
            return Path.of(folder.toURI()).resolve(example);
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
