package org.socialobservatory.api.snapshot.rdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** How often the predicates of a graph occur, by which patterns are put in order. */
final class PredicateCounts {

    /** Occurrences, distinct subjects and distinct objects of a predicate. */
    record Count(long triples, long subjects, long objects) {
        static final Count NONE = new Count(0, 1, 1);
    }

    private final Map<Node, Count> counts;
    private final long triples;

    private PredicateCounts(Map<Node, Count> counts, long triples) {
        this.counts = counts;
        this.triples = triples;
    }

    static PredicateCounts of(Graph graph) {
        var totals = new HashMap<Node, Long>();
        var subjects = new HashMap<Node, Set<Node>>();
        var objects = new HashMap<Node, Set<Node>>();
        graph.find().forEachRemaining((Triple triple) -> {
            totals.merge(triple.getPredicate(), 1L, Long::sum);
            subjects.computeIfAbsent(triple.getPredicate(), _ -> new HashSet<>())
                    .add(triple.getSubject());
            objects.computeIfAbsent(triple.getPredicate(), _ -> new HashSet<>()).add(triple.getObject());
        });
        var counts = new HashMap<Node, Count>();
        long all = 0;
        for (var total : totals.entrySet()) {
            var predicate = total.getKey();
            all += total.getValue();
            counts.put(
                    predicate,
                    new Count(
                            total.getValue(),
                            subjects.getOrDefault(predicate, Set.of()).size(),
                            objects.getOrDefault(predicate, Set.of()).size()));
        }
        return new PredicateCounts(Map.copyOf(counts), all);
    }

    Count of(Node predicate) {
        return counts.getOrDefault(predicate, Count.NONE);
    }

    boolean has(Node predicate) {
        return counts.containsKey(predicate);
    }

    long triples() {
        return triples;
    }
}
