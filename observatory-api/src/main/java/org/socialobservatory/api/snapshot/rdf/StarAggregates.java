package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates of a group that columns can answer, in their order.
 *
 * @param all in the order of the query
 */
record StarAggregates(List<Known> all) {

    /** What an aggregate does. */
    enum Kind {
        COUNT,
        COUNT_DISTINCT,
        SUM,
        AVERAGE,
        LEAST,
        MOST;

        /** Whether it is computed from numbers. */
        boolean isOfNumbers() {
            return this != COUNT && this != COUNT_DISTINCT;
        }
    }

    /**
     * One of them.
     *
     * @param result the variable that gets the answer
     * @param of the variable that is aggregated, null for rows as such
     */
    record Known(Var result, Kind kind, @Nullable Var of, Aggregator aggregator) {}

    StarAggregates {
        all = List.copyOf(all);
    }

    static boolean areKnown(OpGroup group) {
        return group.getGroupVars().getExprs().isEmpty() && of(group).isPresent();
    }

    static Optional<StarAggregates> of(OpGroup group) {
        var all = new ArrayList<Known>();
        for (ExprAggregator each : group.getAggregators()) {
            var kind = kind(each.getAggregator());
            var of = variable(each.getAggregator());
            if (kind == null || (of == null && !(each.getAggregator() instanceof AggCount))) {
                return Optional.empty();
            }
            all.add(new Known(each.getVar(), kind, of, each.getAggregator()));
        }
        return Optional.of(new StarAggregates(all));
    }

    private static @Nullable Kind kind(Aggregator aggregator) {
        return switch (aggregator) {
            case AggCount _ -> Kind.COUNT;
            case AggCountVar _ -> Kind.COUNT;
            case AggCountVarDistinct _ -> Kind.COUNT_DISTINCT;
            case AggSum _ -> Kind.SUM;
            case AggAvg _ -> Kind.AVERAGE;
            case AggMin _ -> Kind.LEAST;
            case AggMax _ -> Kind.MOST;
            default -> null;
        };
    }

    private static @Nullable Var variable(Aggregator aggregator) {
        var arguments = aggregator.getExprList();
        return arguments != null && arguments.size() == 1 && arguments.get(0) instanceof ExprVar variable
                ? variable.asVar()
                : null;
    }

    /** The variables whose numbers are wanted, each once. */
    List<Var> numbers() {
        var numbers = new LinkedHashSet<Var>();
        for (var each : all) {
            if (each.kind.isOfNumbers() && each.of != null) {
                numbers.add(each.of);
            }
        }
        return List.copyOf(numbers);
    }

    /** The variables whose different values are counted. */
    Set<Var> distinct() {
        var distinct = new HashSet<Var>();
        for (var each : all) {
            if (each.kind == Kind.COUNT_DISTINCT && each.of != null) {
                distinct.add(each.of);
            }
        }
        return distinct;
    }

    /** All variables that are aggregated. */
    Set<Var> variables() {
        var variables = new HashSet<Var>();
        for (var each : all) {
            if (each.of != null) {
                variables.add(each.of);
            }
        }
        return variables;
    }
}
