package org.socialobservatory.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.apache.jena.sys.JenaSystem;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Concept;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/** Reads the Turtle files of the vocabulary from the class path and makes records of them. */
final class VocabularyReader {

    private static final String FOLDER = "/org/socialobservatory/vocabulary/";
    /** Names the other files, one a line: a jar cannot be listed. */
    private static final String INDEX = "files.txt";

    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String SDG = "http://metadata.un.org/sdg/";

    private final Graph graph;

    private VocabularyReader(Graph graph) {
        this.graph = graph;
    }

    static Vocabulary read() {
        JenaSystem.init();
        var graph = GraphMemFactory.createDefaultGraph();
        try {
            for (String file : files()) {
                try (var turtle = open(file)) {
                    // Every IRI is absolute and the tests check them all: here it would only cost time at every start.
                    RDFParser.source(turtle)
                            .lang(Lang.TURTLE)
                            .checking(false)
                            .resolveURIs(false)
                            .parse(graph);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var reader = new VocabularyReader(graph);
        return new Vocabulary(new GraphReadOnly(graph), reader.indicators(), reader.codeLists());
    }

    private static List<String> files() throws IOException {
        try (var index = open(INDEX)) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static InputStream open(String file) throws IOException {
        var stream = Vocabulary.class.getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new IOException("The vocabulary lacks " + file);
        }
        return stream;
    }

    /** The first IRI that a concept is mapped to, the closest kind of mapping first. */
    static Optional<String> mapping(Graph graph, String concept) {
        var reader = new VocabularyReader(graph);
        var node = NodeFactory.createURI(concept);
        return Stream.of("exactMatch", "closeMatch", "broadMatch")
                .flatMap(match -> reader.objects(node, SKOS + match))
                .map(Node::getURI)
                .findFirst();
    }

    private List<Indicator> indicators() {
        return instances(Iris.OBS + "Indicator")
                .map(this::indicator)
                .sorted(Comparator.comparing(Indicator::code))
                .toList();
    }

    private Indicator indicator(Node subject) {
        return new Indicator(
                notation(subject),
                texts(subject, SKOS + "prefLabel"),
                texts(subject, SKOS + "definition"),
                texts(subject, Iris.OBS + "formula"),
                texts(subject, Iris.OBS + "universe"),
                code(subject, "unit").orElseThrow(),
                Kind.valueOf(constant(subject, "kind")),
                Counted.valueOf(constant(subject, "counts")),
                Direction.valueOf(constant(subject, "direction")),
                code(subject, "theme").orElse(null),
                objects(subject, Iris.OBS + "sdg")
                        .map(goal -> goal.getURI().substring(SDG.length()))
                        .findFirst()
                        .orElse(null),
                objects(subject, Iris.OBS + "target")
                        .map(number -> new BigDecimal(number.getLiteralLexicalForm()))
                        .findFirst()
                        .orElse(null),
                null,
                null);
    }

    private List<CodeList> codeLists() {
        return instances(SKOS + "ConceptScheme")
                .filter(scheme -> objects(scheme, SKOS + "notation").findAny().isPresent())
                .map(scheme -> new CodeList(notation(scheme), texts(scheme, SKOS + "prefLabel"), concepts(scheme)))
                .sorted(Comparator.comparing(CodeList::scheme))
                .toList();
    }

    private List<Concept> concepts(Node scheme) {
        return subjects(SKOS + "inScheme", scheme)
                .sorted(Comparator.comparingInt(this::position))
                .map(concept -> new Concept(
                        notation(concept),
                        texts(concept, SKOS + "prefLabel"),
                        objects(concept, SKOS + "broader")
                                .map(this::notation)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private int position(Node concept) {
        var position = objects(concept, "https://schema.org/position").findFirst();
        return Integer.parseInt(position.orElseThrow().getLiteralLexicalForm());
    }

    private Multilingual texts(Node subject, String predicate) {
        var texts = new EnumMap<Language, String>(Language.class);
        objects(subject, predicate)
                .forEach(text -> Language.of(text.getLiteralLanguage())
                        .ifPresent(language -> texts.put(language, text.getLiteralLexicalForm())));
        return new Multilingual(texts);
    }

    /** The code that a property of ours points to. */
    private Optional<String> code(Node subject, String property) {
        return objects(subject, Iris.OBS + property).map(this::notation).findFirst();
    }

    private String constant(Node subject, String property) {
        return code(subject, property).orElseThrow().toUpperCase(Locale.ROOT);
    }

    private String notation(Node subject) {
        return objects(subject, SKOS + "notation")
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(subject + " has no notation"))
                .getLiteralLexicalForm();
    }

    private Stream<Node> instances(String type) {
        return subjects("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", NodeFactory.createURI(type));
    }

    private Stream<Node> subjects(String predicate, Node object) {
        return graph.stream(Node.ANY, NodeFactory.createURI(predicate), object).map(Triple::getSubject);
    }

    private Stream<Node> objects(Node subject, String predicate) {
        return graph.stream(subject, NodeFactory.createURI(predicate), Node.ANY).map(Triple::getObject);
    }
}
