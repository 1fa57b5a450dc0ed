package org.socialobservatory.api.sparql.limits;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.path.PathLib;
import org.apache.jena.util.iterator.ExtendedIterator;

/** Follows a property path for each row; the nodes that it met on its way are held until the next row. */
final class BudgetedPaths extends QueryIterRepeatApply {

    /** A node in the set of those met, in bytes. */
    private static final int MET = 96;

    private final TriplePath path;
    private final MemoryBudget budget;
    private final ExecutionContext counted;
    private long held;

    BudgetedPaths(TriplePath path, QueryIterator input, ExecutionContext execution, MemoryBudget budget) {
        super(input, execution);
        this.path = path;
        this.budget = budget;
        counted = ExecutionContext.copyChangeActiveGraph(execution, new Walked(execution.getActiveGraph()));
    }

    @Override
    protected QueryIterator nextStage(Binding row) {
        budget.release(held);
        held = 0;
        return PathLib.execTriplePath(row, path, counted);
    }

    private void met() {
        held += MET;
        budget.hold(MET);
        counted.checkCancelSignal();
    }

    private final class Walked extends WrappedGraph {

        Walked(Graph graph) {
            super(graph);
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            counted.checkCancelSignal();
            return super.find(subject, predicate, object).mapWith(triple -> {
                met();
                return triple;
            });
        }

        @Override
        public ExtendedIterator<Triple> find(Triple pattern) {
            return find(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
        }
    }
}
