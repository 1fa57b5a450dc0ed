package org.socialobservatory.api.sparql.limits;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;

/** Counts the groups of an aggregate. What it gathers within a group cannot be seen: there the heap is looked after. */
final class BudgetedAggregator implements Aggregator {

    /** A group with its key and the state of one aggregate, in bytes. */
    private static final int GROUP = 320;

    private final Aggregator aggregator;
    private final MemoryBudget budget;

    BudgetedAggregator(Aggregator aggregator, MemoryBudget budget) {
        this.aggregator = aggregator;
        this.budget = budget;
    }

    @Override
    public Accumulator createAccumulator() {
        budget.hold(GROUP);
        var accumulator = aggregator.createAccumulator();
        return new Accumulator() {
            @Override
            public void accumulate(Binding row, FunctionEnv environment) {
                budget.look();
                accumulator.accumulate(row, environment);
            }

            @Override
            public NodeValue getValue() {
                return accumulator.getValue();
            }
        };
    }

    @Override
    public Node getValueEmpty() {
        return aggregator.getValueEmpty();
    }

    @Override
    public String toPrefixString() {
        return aggregator.toPrefixString();
    }

    @Override
    public String key() {
        return aggregator.key();
    }

    @Override
    public String getName() {
        return aggregator.getName();
    }

    @Override
    public ExprList getExprList() {
        return aggregator.getExprList();
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new BudgetedAggregator(aggregator.copy(expressions), budget);
    }

    @Override
    public Aggregator copyTransform(NodeTransform transform) {
        return new BudgetedAggregator(aggregator.copyTransform(transform), budget);
    }

    @Override
    public int hashCode() {
        return aggregator.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BudgetedAggregator budgeted && aggregator.equals(budgeted.aggregator);
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return other instanceof BudgetedAggregator budgeted && aggregator.equals(budgeted.aggregator, bySyntax);
    }

    @Override
    public String asSparqlExpr(SerializationContext context) {
        return aggregator.asSparqlExpr(context);
    }
}
