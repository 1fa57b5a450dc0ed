package org.socialobservatory.api.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Language;

/**
 * All that is said of a thing which has no page of its own, to be read.
 *
 * @param path of its address below the program
 */
record ThingPage(String name, String iri, String path, List<Property> properties) {

    /**
     * What one property says.
     *
     * @param type whether it tells what the thing is
     */
    record Property(String name, boolean type, List<Value> values) {}

    /**
     * Something that is said.
     *
     * @param href where it leads, if anywhere: a path below the program or an address
     * @param language of the text, if it is in one
     * @param properties of something without a name of its own
     */
    record Value(
            String text, @Nullable String href, @Nullable String language, List<Property> properties) {}

    static ThingPage of(Graph graph, Node thing, String path, String base, Language language) {
        var reading = new Reading(graph, base, language);
        return new ThingPage(reading.name(thing), thing.getURI(), path, reading.properties(thing, 0));
    }

    /** One reader before one graph. */
    private static final class Reading {

        private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
        private static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
        /** What names a thing, the best first. */
        private static final List<Node> LABELS = Stream.of(
                        "http://www.w3.org/2004/02/skos/core#prefLabel",
                        RDFS + "label",
                        "http://purl.org/dc/terms/title",
                        "https://schema.org/name")
                .map(NodeFactory::createURI)
                .toList();

        private static final String SHARED = "https://w3id.org/social-observatory/";
        /** Nodes without a name lead to others two steps deep at most; deeper would be a circle. */
        private static final int DEEPEST = 4;

        private final Graph graph;
        private final String base;
        private final Language language;

        Reading(Graph graph, String base, Language language) {
            this.graph = graph;
            this.base = base;
            this.language = language;
        }

        List<Property> properties(Node subject, int depth) {
            var byPredicate = new TreeMap<Node, List<Node>>(Comparator.comparing((Node node) -> !node.equals(TYPE))
                    .thenComparing(node -> !LABELS.contains(node))
                    .thenComparing(Node::getURI));
            graph.find(subject, Node.ANY, Node.ANY)
                    .forEachRemaining((Triple triple) -> byPredicate
                            .computeIfAbsent(triple.getPredicate(), _ -> new ArrayList<>())
                            .add(triple.getObject()));
            var properties = new ArrayList<Property>();
            byPredicate.forEach((predicate, objects) -> properties.add(new Property(
                    name(predicate),
                    predicate.equals(TYPE),
                    understood(objects).stream()
                            .map(object -> value(object, depth))
                            .sorted(Comparator.comparing(Value::text))
                            .toList())));
            return properties;
        }

        /** What is said in the reader's language, where something is; else all. */
        private List<Node> understood(List<Node> objects) {
            var own = objects.stream().filter(this::isInLanguage).toList();
            return own.isEmpty() ? objects : own;
        }

        private boolean isInLanguage(Node node) {
            return node.isLiteral() && node.getLiteralLanguage().equals(language.tag());
        }

        private Value value(Node object, int depth) {
            if (object.isLiteral()) {
                var tag = object.getLiteralLanguage();
                return new Value(object.getLiteralLexicalForm(), null, tag.isEmpty() ? null : tag, List.of());
            }
            return object.isURI()
                    ? new Value(name(object), href(object.getURI()), null, List.of())
                    : new Value("", null, null, depth < DEEPEST ? properties(object, depth + 1) : List.of());
        }

        private @Nullable String href(String iri) {
            if (iri.startsWith(base + "/")) {
                return iri.substring(base.length());
            }
            if (iri.startsWith(SHARED + "indicator/")) {
                return "/id/" + iri.substring(SHARED.length());
            }
            if (iri.startsWith(Iris.OBS)) {
                return "/ns#" + iri.substring(Iris.OBS.length());
            }
            if (iri.startsWith(SHARED)) {
                return "/ns#" + iri.substring(SHARED.length());
            }
            return iri.startsWith("https://") || iri.startsWith("http://") ? iri : null;
        }

        /** Its label, the reader's language first; without one the end of its address. */
        String name(Node node) {
            for (Node label : LABELS) {
                var labels = graph.stream(node, label, Node.ANY)
                        .map(Triple::getObject)
                        .filter(Node::isLiteral)
                        .toList();
                if (!labels.isEmpty()) {
                    return understood(labels).getFirst().getLiteralLexicalForm();
                }
            }
            var iri = node.getURI();
            var end = iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
            return end.isEmpty() ? iri : end;
        }
    }
}
