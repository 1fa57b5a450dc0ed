package org.socialobservatory.api.sparql.limits;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggAvgDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.AggSumDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;

/** Counts what an aggregate holds: its groups, the values that it must not count twice, and the texts that it joins. */
final class BudgetedAggregator implements Aggregator {

    /** A group with its key and the state of one aggregate, in bytes. */
    private static final int GROUP = 320;
    /** A value in a set, in bytes. */
    private static final int VALUE = 112;
    /** A value that is no text, and the separator, in a text that is joined, in bytes. */
    private static final int JOINED = 24;
    /** A text that grows is copied, and copied again when it is done. */
    private static final long COPIES = 3;

    private final Aggregator aggregator;
    private final MemoryBudget budget;

    BudgetedAggregator(Aggregator aggregator, MemoryBudget budget) {
        this.aggregator = aggregator;
        this.budget = budget;
    }

    @Override
    public Accumulator createAccumulator() {
        budget.hold(GROUP);
        return switch (aggregator) {
            case AggCountDistinct _ -> new OfDifferentRows(new AggCount().createAccumulator());
            case AggCountVarDistinct count -> ofDifferent(new AggCountVar(only(count)));
            case AggSumDistinct sum -> ofDifferent(new AggSum(only(sum)));
            case AggAvgDistinct average -> ofDifferent(new AggAvg(only(average)));
            case AggGroupConcatDistinct joined ->
                ofDifferent(new AggGroupConcat(counted(only(joined)), joined.getSeparator()));
            case AggGroupConcat joined ->
                new Watched(new AggGroupConcat(counted(only(joined)), joined.getSeparator()).createAccumulator());
            default -> new Watched(aggregator.createAccumulator());
        };
    }

    private static Expr only(Aggregator aggregator) {
        return aggregator.getExprList().get(0);
    }

    private Accumulator ofDifferent(Aggregator plain) {
        return new OfDifferentValues(only(aggregator), plain.createAccumulator());
    }

    /** An expression whose texts are kept. */
    private Expr counted(Expr expression) {
        return new Checked(expression, value -> {
            budget.hold(JOINED + COPIES * Bounds.length(value));
            return value;
        });
    }

    private class Watched implements Accumulator {

        final Accumulator accumulator;

        Watched(Accumulator accumulator) {
            this.accumulator = accumulator;
        }

        @Override
        public void accumulate(Binding row, FunctionEnv environment) {
            budget.look();
            accumulator.accumulate(row, environment);
        }

        @Override
        public NodeValue getValue() {
            return accumulator.getValue();
        }
    }

    private final class OfDifferentRows extends Watched {

        private final Set<Binding> met = new HashSet<>();

        OfDifferentRows(Accumulator plain) {
            super(plain);
        }

        @Override
        public void accumulate(Binding row, FunctionEnv environment) {
            budget.look();
            if (met.add(row)) {
                budget.hold(row);
                accumulator.accumulate(row, environment);
            }
        }
    }

    /** What has no value is an error of the aggregate, as often as it comes. */
    private final class OfDifferentValues extends Watched {

        private final Expr expression;
        private final Set<Node> met = new HashSet<>();

        OfDifferentValues(Expr expression, Accumulator plain) {
            super(plain);
            this.expression = expression;
        }

        @Override
        public void accumulate(Binding row, FunctionEnv environment) {
            budget.look();
            var value = ExprLib.evalOrNull(expression, row, environment);
            if (value == null) {
                accumulator.accumulate(row, environment);
            } else if (met.add(value.asNode())) {
                budget.hold(VALUE + MemoryBudget.text(value.asNode()));
                accumulator.accumulate(row, environment);
            }
        }
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
