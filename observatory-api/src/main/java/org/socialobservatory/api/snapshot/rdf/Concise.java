package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayDeque;
import java.util.HashSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;

/**
 * The concise bounded description of a thing: the triples of which it is the subject, and those of the nodes without a
 * name that they lead to (W3C Member Submission CBD, 2005).
 */
public final class Concise {

    private Concise() {}

    /** Empty where nothing is said of the thing. */
    public static Graph description(Graph graph, Node thing) {
        var description = GraphMemFactory.createDefaultGraphSameTerm();
        var open = new ArrayDeque<Node>();
        var met = new HashSet<Node>();
        open.add(thing);
        while (!open.isEmpty()) {
            var subject = open.remove();
            if (met.add(subject)) {
                graph.find(subject, Node.ANY, Node.ANY).forEachRemaining(triple -> {
                    description.add(triple);
                    if (triple.getObject().isBlank()) {
                        open.add(triple.getObject());
                    }
                });
            }
        }
        return description;
    }
}
