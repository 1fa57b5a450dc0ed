package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayDeque;
import java.util.HashSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.socialobservatory.api.snapshot.rdf.description.Terms;

/**
 * The concise bounded description of a thing: the triples of which it is the subject, and those of the nodes without a
 * name that they lead to (W3C Member Submission CBD, 2005). With it come its parts, whose names are its own with a
 * fragment, and what users said of its quality.
 */
public final class Concise {

    private Concise() {}

    /** Empty where nothing is said of the thing. */
    public static Graph description(Graph graph, Node thing) {
        var description = GraphMemFactory.createDefaultGraphSameTerm();
        var open = new ArrayDeque<Node>();
        var met = new HashSet<Node>();
        open.add(thing);
        var parts = thing.getURI() + "#";
        graph.find(Node.ANY, Terms.HAS_TARGET, thing).forEachRemaining(triple -> open.add(triple.getSubject()));
        while (!open.isEmpty()) {
            var subject = open.remove();
            if (met.add(subject)) {
                graph.find(subject, Node.ANY, Node.ANY).forEachRemaining(triple -> {
                    description.add(triple);
                    var object = triple.getObject();
                    if (object.isBlank() || (object.isURI() && object.getURI().startsWith(parts))) {
                        open.add(object);
                    }
                });
            }
        }
        return description;
    }
}
