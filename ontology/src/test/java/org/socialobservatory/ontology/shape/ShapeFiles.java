package org.socialobservatory.ontology.shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.path.PathWriter;
import org.apache.jena.sys.JenaSystem;

/** All shapes of {@code shapes/}, read once. */
public final class ShapeFiles {

    /** The namespace of the shapes. */
    public static final String SHAPE = "https://w3id.org/social-observatory/shape/";

    private static final String FOLDER = "/org/socialobservatory/shapes/";
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final Graph GRAPH = read();
    private static final Shapes SHAPES = Shapes.parse(GRAPH);

    private ShapeFiles() {}

    public static List<String> files() {
        try (var index = open("files.txt")) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Graph graph() {
        return GRAPH;
    }

    /**
     * What the shapes find in a graph: {@code shape at path: component}, each once, with prefixes as the prologue has
     * them. A constraint on the node itself has no path.
     */
    public static SortedSet<String> violations(Graph data, Prologue prologue) {
        var found = new TreeSet<String>();
        ShaclValidator.get().validate(SHAPES, data).getEntries().forEach(entry -> found.add(text(entry, prologue)));
        return found;
    }

    /** The same with the node and value of each, for a reader who looks for the fault. */
    public static List<String> faults(Graph data) {
        var prologue = new Prologue();
        return ShaclValidator.get().validate(SHAPES, data).getEntries().stream()
                .map(entry -> entry.focusNode() + " " + text(entry, prologue) + " " + entry.value())
                .sorted()
                .toList();
    }

    private static String text(ReportEntry entry, Prologue prologue) {
        var path = entry.resultPath() == null ? "" : PathWriter.asString(entry.resultPath(), prologue);
        return prologue.getPrefixMapping().shortForm(nodeShape(entry.source()).getURI())
                + " at "
                + path
                + ": "
                + prologue.getPrefixMapping()
                        .shortForm(entry.sourceConstraintComponent().getURI());
    }

    /** The named shape to which a property shape belongs. */
    private static Node nodeShape(Node shape) {
        return GRAPH.stream(Node.ANY, NodeFactory.createURI(SH + "property"), shape)
                .map(triple -> triple.getSubject())
                .findFirst()
                .orElse(shape);
    }

    /** Whether a graph has a node at which a shape looks. */
    static boolean looksAt(String shape, Graph data) {
        var node = NodeFactory.createURI(shape);
        var type = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
        return target(node, "targetClass")
                .map(target -> data.contains(Node.ANY, type, target))
                .or(() -> target(node, "targetSubjectsOf").map(target -> data.contains(Node.ANY, target, Node.ANY)))
                .orElse(false);
    }

    private static Optional<Node> target(Node shape, String kind) {
        return GRAPH.stream(shape, NodeFactory.createURI(SH + kind), Node.ANY)
                .map(triple -> triple.getObject())
                .findFirst();
    }

    private static Graph read() {
        JenaSystem.init();
        var graph = GraphMemFactory.createDefaultGraph();
        for (String file : files()) {
            try (var turtle = open(file)) {
                RDFParser.source(turtle).lang(Lang.TURTLE).parse(graph);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file, unreadable);
            }
        }
        return graph;
    }

    private static InputStream open(String file) throws IOException {
        var stream = ShapeFiles.class.getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new IOException("No shapes file " + file);
        }
        return stream;
    }
}
