package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** What one predicate leads to and from, such as the areas that an area lies within, gathered once for many steps. */
final class Hierarchy {

    /** Nodes between two looks at the clock. */
    private static final int NODES_BETWEEN_CHECKS = 1 << 10;

    private final Map<Node, List<Node>> onwards = new HashMap<>();
    private final Map<Node, List<Node>> back = new HashMap<>();

    Hierarchy(Graph graph, Node predicate) {
        graph.find(Node.ANY, predicate, Node.ANY).forEachRemaining(triple -> {
            onwards.computeIfAbsent(triple.getSubject(), _ -> new ArrayList<>(1))
                    .add(triple.getObject());
            back.computeIfAbsent(triple.getObject(), _ -> new ArrayList<>(1)).add(triple.getSubject());
        });
    }

    /**
     * All that is reached in steps of this predicate, each once.
     *
     * @param forwards from subject to object
     * @param itself whether the beginning counts, even where no step leads back to it
     */
    Set<Node> reached(Node from, boolean forwards, boolean itself, Evaluation evaluation) {
        var steps = forwards ? onwards : back;
        var reached = new LinkedHashSet<Node>();
        var open = new ArrayDeque<Node>();
        if (itself) {
            reached.add(from);
        }
        open.add(from);
        while (!open.isEmpty()) {
            for (Node next : steps.getOrDefault(open.remove(), List.of())) {
                if (reached.add(next)) {
                    open.add(next);
                    if (reached.size() % NODES_BETWEEN_CHECKS == 0) {
                        evaluation.check();
                    }
                }
            }
        }
        return reached;
    }
}
