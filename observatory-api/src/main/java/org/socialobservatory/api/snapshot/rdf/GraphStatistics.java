package org.socialobservatory.api.snapshot.rdf;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.socialobservatory.api.snapshot.rdf.description.Terms;

/**
 * How much stands in a graph, as VoID counts it.
 *
 * @param properties how many triples each property has
 * @param classes how many things each class has
 */
public record GraphStatistics(long triples, SortedMap<Node, Long> properties, SortedMap<Node, Long> classes) {

    /** Looks at every triple: to be asked once for each snapshot. */
    public static GraphStatistics of(ViewGraph graph) {
        var properties = new TreeMap<Node, Long>(Comparator.comparing(Node::toString));
        var classes = new TreeMap<Node, Long>(Comparator.comparing(Node::toString));
        for (Part part : graph.parts()) {
            switch (part) {
                case Part.Description description -> count(description, properties, classes);
                case Part.Cells cells -> count(cells.cube(), properties, classes);
            }
        }
        long triples = properties.values().stream().mapToLong(Long::longValue).sum();
        return new GraphStatistics(triples, properties, classes);
    }

    private static void count(
            Part.Description description, TreeMap<Node, Long> properties, TreeMap<Node, Long> classes) {
        description.graph().find().forEachRemaining((Triple triple) -> {
            properties.merge(triple.getPredicate(), 1L, Long::sum);
            if (triple.getPredicate().equals(Terms.TYPE) && triple.getObject().isURI()) {
                classes.merge(triple.getObject(), 1L, Long::sum);
            }
        });
    }

    private static void count(Cube cube, TreeMap<Node, Long> properties, TreeMap<Node, Long> classes) {
        for (Column column : cube.columns(Node.ANY)) {
            boolean types = column.predicate().equals(Terms.TYPE);
            long said = 0;
            for (var run : cube.block().runs()) {
                for (int cell = run.from(); cell < run.to(); cell++) {
                    if (column.says(cell, run)) {
                        said++;
                        var object = types ? column.object(cell, run) : null;
                        if (object != null) {
                            classes.merge(object, 1L, Long::sum);
                        }
                    }
                }
            }
            if (said > 0) {
                properties.merge(column.predicate(), said, Long::sum);
            }
        }
    }
}
