package org.socialobservatory.api.sparql.limits;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpAntiJoin;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSemiJoin;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.util.Context;

/** Counts the rows that operators hold. ARQ holds the left side of a join and the right side of all others. */
final class BudgetedExecutor extends OpExecutor {

    /** No query can write this name. */
    private static final Var GROUPS = Var.alloc(".groups");

    private final MemoryBudget budget;
    /** Operators whose rows are held by the operator above them. */
    private final Set<Op> held = Collections.newSetFromMap(new IdentityHashMap<>());

    private BudgetedExecutor(ExecutionContext execution, MemoryBudget budget) {
        super(execution);
        this.budget = budget;
    }

    static void useFor(Context context, MemoryBudget budget) {
        QC.setFactory(context, execution -> new BudgetedExecutor(execution, budget));
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        boolean counts = held.remove(op);
        var rows = super.exec(op, input);
        return counts ? new Counted(rows) : rows;
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        held.add(join.getLeft());
        return super.execute(join, input);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        held.add(join.getRight());
        return super.execute(join, input);
    }

    @Override
    protected QueryIterator execute(OpMinus minus, QueryIterator input) {
        held.add(minus.getRight());
        return super.execute(minus, input);
    }

    @Override
    protected QueryIterator execute(OpSemiJoin join, QueryIterator input) {
        held.add(join.getRight());
        return super.execute(join, input);
    }

    @Override
    protected QueryIterator execute(OpAntiJoin join, QueryIterator input) {
        held.add(join.getRight());
        return super.execute(join, input);
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        held.add(order.getSubOp());
        return super.execute(order, input);
    }

    /** Each row that comes out is remembered. */
    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        return new Counted(super.execute(distinct, input));
    }

    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        var aggregators = new ArrayList<ExprAggregator>();
        for (ExprAggregator each : group.getAggregators()) {
            aggregators.add(new ExprAggregator(each.getVar(), new BudgetedAggregator(each.getAggregator(), budget)));
        }
        if (aggregators.isEmpty()) {
            // Groups that nobody counts are counted here.
            aggregators.add(new ExprAggregator(GROUPS, new BudgetedAggregator(new AggCount(), budget)));
        }
        return super.execute(new OpGroup(group.getSubOp(), group.getGroupVars(), aggregators), input);
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        return new BudgetedPaths(path.getTriplePath(), input, execCxt, budget);
    }

    private final class Counted extends QueryIteratorWrapper {

        Counted(QueryIterator rows) {
            super(rows);
        }

        @Override
        protected Binding moveToNextBinding() {
            var row = super.moveToNextBinding();
            budget.hold(row);
            return row;
        }
    }
}
