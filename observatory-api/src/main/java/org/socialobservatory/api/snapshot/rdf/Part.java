package org.socialobservatory.api.snapshot.rdf;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A piece of a graph of the view; the pieces of one graph never hold the same triple. */
sealed interface Part {

    Iterator<Triple> find(Node subject, Node predicate, Node object);

    default boolean contains(Triple triple) {
        return find(triple.getSubject(), triple.getPredicate(), triple.getObject())
                .hasNext();
    }

    /** Whether the predicate occurs, or any where it is open. */
    boolean maySay(Node predicate);

    long size();

    /** What is said of areas, indicators, datasets and other things. */
    record Description(Graph graph, PredicateCounts counts) implements Part {

        Description(Graph graph) {
            this(graph, PredicateCounts.of(graph));
        }

        @Override
        public Iterator<Triple> find(Node subject, Node predicate, Node object) {
            return graph.find(subject, predicate, object);
        }

        @Override
        public boolean contains(Triple triple) {
            return graph.contains(triple);
        }

        @Override
        public boolean maySay(Node predicate) {
            return !predicate.isConcrete() || counts.has(predicate);
        }

        @Override
        public long size() {
            return graph.size();
        }
    }

    /** Cells. */
    final class Cells implements Part {

        private final Cube cube;
        private volatile long size = -1;

        Cells(Cube cube) {
            this.cube = cube;
        }

        Cube cube() {
            return cube;
        }

        @Override
        public Iterator<Triple> find(Node subject, Node predicate, Node object) {
            return CellTriples.find(cube, subject, predicate, object);
        }

        @Override
        public boolean maySay(Node predicate) {
            return !predicate.isConcrete() || cube.column(predicate) != null;
        }

        /** Counted once, when somebody asks. */
        @Override
        public long size() {
            if (size < 0) {
                size = CellTriples.count(cube);
            }
            return size;
        }
    }
}
