package org.socialobservatory.api.sparql.limits;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;

/** The triples of an answer up to the limit, counted as memory while they are gathered. */
public final class LimitedGraph extends WrappedGraph {

    /** A triple in the indexes of a graph, in bytes. */
    private static final int TRIPLE = 256;

    private final long limit;
    private final boolean partial;
    private final MemoryBudget budget;
    private boolean truncated;

    /** @param partial whether the reader takes the first triples for the answer */
    public LimitedGraph(long limit, boolean partial, MemoryBudget budget) {
        super(GraphMemFactory.createDefaultGraphSameTerm());
        this.limit = limit;
        this.partial = partial;
        this.budget = budget;
    }

    @Override
    public void add(Triple triple) {
        if (base.contains(triple)) {
            return;
        }
        if (base.size() < limit) {
            budget.hold(TRIPLE + MemoryBudget.text(triple.getObject()));
            base.add(triple);
        } else if (partial) {
            truncated = true;
        } else {
            throw new LimitedRows.Exceeded();
        }
    }

    @Override
    public void performAdd(Triple triple) {
        add(triple);
    }

    /** Whether triples were left out. */
    public boolean truncated() {
        return truncated;
    }

    public Graph triples() {
        return base;
    }
}
