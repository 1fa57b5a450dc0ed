package org.socialobservatory.ontology.integrity;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.NodeConst;

/** A graph asked as the constraints ask it. */
record Cubes(Graph graph) {

    static final Node TYPE = NodeConst.nodeRDFType;
    static final Node RANGE = NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#range");
    static final Node CONCEPT = skos("Concept");
    static final Node DATA_SET = qb("dataSet");
    static final Node STRUCTURE = qb("structure");
    static final Node COMPONENT = qb("component");
    static final Node COMPONENT_PROPERTY = qb("componentProperty");
    static final Node COMPONENT_REQUIRED = qb("componentRequired");
    static final Node DIMENSION_PROPERTY = qb("DimensionProperty");
    static final Node MEASURE_PROPERTY = qb("MeasureProperty");
    static final Node MEASURE_TYPE = qb("measureType");
    static final Node CODE_LIST = qb("codeList");

    static Node qb(String name) {
        return NodeFactory.createURI("http://purl.org/linked-data/cube#" + name);
    }

    static Node skos(String name) {
        return NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#" + name);
    }

    Set<Node> subjects(Node predicate, Node object) {
        var found = new LinkedHashSet<Node>();
        graph.find(Node.ANY, predicate, object).forEachRemaining((Triple triple) -> found.add(triple.getSubject()));
        return found;
    }

    Set<Node> objects(Node subject, Node predicate) {
        var found = new LinkedHashSet<Node>();
        graph.find(subject, predicate, Node.ANY).forEachRemaining((Triple triple) -> found.add(triple.getObject()));
        return found;
    }

    /** All that two predicates reach one after the other. */
    Set<Node> objects(Node subject, Node first, Node second) {
        var found = new LinkedHashSet<Node>();
        objects(subject, first).forEach(between -> found.addAll(objects(between, second)));
        return found;
    }

    boolean says(Node subject, Node predicate) {
        return graph.contains(subject, predicate, Node.ANY);
    }

    boolean is(Node thing, Node type) {
        return graph.contains(thing, TYPE, type);
    }

    /** All that is said of a thing. */
    Map<Node, Set<Node>> of(Node thing) {
        var said = new HashMap<Node, Set<Node>>();
        graph.find(thing, Node.ANY, Node.ANY)
                .forEachRemaining(
                        (Triple triple) -> said.computeIfAbsent(triple.getPredicate(), _ -> new LinkedHashSet<>())
                                .add(triple.getObject()));
        return said;
    }

    /** What can be reached from some nodes by a predicate, they themselves included. */
    Set<Node> reached(Set<Node> from, Node predicate, boolean backwards) {
        var reached = new LinkedHashSet<Node>(from);
        var next = from;
        while (!next.isEmpty()) {
            var further = new LinkedHashSet<Node>();
            for (Node node : next) {
                further.addAll(backwards ? subjects(predicate, node) : objects(node, predicate));
            }
            further.removeIf(node -> !reached.add(node));
            next = further;
        }
        return reached;
    }
}
