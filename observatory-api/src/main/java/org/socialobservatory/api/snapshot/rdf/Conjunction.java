package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.util.NodeIsomorphismMap;

/**
 * Patterns, paths, given values and filters of a query that must all hold, whichever way the query wrote them down: the
 * view puts them into an order of its own. Elsewhere than on a view it is what it was.
 */
final class Conjunction extends OpExt {

    private static final String TAG = "conjunction";

    private final Op original;
    private final Parts parts;

    private Conjunction(Op original, Parts parts) {
        super(TAG);
        this.original = original;
        this.parts = parts;
    }

    /**
     * What must hold.
     *
     * @param tables their rows bind all of their variables
     * @param filters their variables are bound by the other parts
     */
    record Parts(List<Triple> patterns, List<OpPath> paths, List<OpTable> tables, List<Expr> filters) {

        Parts {
            patterns = List.copyOf(patterns);
            paths = List.copyOf(paths);
            tables = List.copyOf(tables);
            filters = List.copyOf(filters);
        }

        static final Parts NONE = new Parts(List.of(), List.of(), List.of(), List.of());

        Parts and(Parts others) {
            return new Parts(
                    joined(patterns, others.patterns),
                    joined(paths, others.paths),
                    joined(tables, others.tables),
                    joined(filters, others.filters));
        }

        private static <T> List<T> joined(List<T> some, List<T> others) {
            var all = new ArrayList<>(some);
            all.addAll(others);
            return all;
        }

        /** Whether there is anything that a filter could stand behind: one alone, of constants, is ARQ's. */
        boolean matchSomething() {
            return !patterns.isEmpty() || !paths.isEmpty() || !tables.isEmpty();
        }

        /** The variables that every solution binds. */
        Set<Var> variables() {
            var variables = new HashSet<Var>();
            variables.addAll(OpVars.visibleVars(new OpBGP(BasicPattern.wrap(patterns))));
            paths.forEach(path -> variables.addAll(OpVars.visibleVars(path)));
            tables.forEach(table -> variables.addAll(table.getTable().getVars()));
            return variables;
        }
    }

    /** The operator as a conjunction; itself where it is none, or nothing would be won. */
    static Op of(Op op) {
        return op instanceof OpBGP || op instanceof OpTable || op instanceof OpPath || op instanceof Conjunction
                ? op
                : parts(op)
                        .filter(Parts::matchSomething)
                        .<Op>map(parts -> new Conjunction(op, parts))
                        .orElse(op);
    }

    /** The parts of an operator that is nothing but a conjunction. */
    static Optional<Parts> parts(Op op) {
        return switch (op) {
            case Conjunction conjunction -> Optional.of(conjunction.parts);
            case OpBGP patterns ->
                Optional.of(new Parts(patterns.getPattern().getList(), List.of(), List.of(), List.of()));
            case OpPath path -> Optional.of(new Parts(List.of(), List.of(path), List.of(), List.of()));
            case OpTable table -> parts(table);
            case OpJoin join ->
                parts(join.getLeft()).flatMap(left -> parts(join.getRight()).map(left::and));
            case OpSequence sequence -> all(sequence.getElements());
            case OpFilter filter -> parts(filter.getSubOp()).flatMap(parts -> filtered(parts, filter));
            case OpAssign assign -> parts(assign.getSubOp()).flatMap(parts -> assigned(parts, assign));
            default -> Optional.empty();
        };
    }

    private static Optional<Parts> all(List<Op> elements) {
        var all = Optional.of(Parts.NONE);
        for (Op element : elements) {
            all = all.flatMap(before -> parts(element).map(before::and));
        }
        return all;
    }

    private static Optional<Parts> parts(OpTable table) {
        if (table.isJoinIdentity()) {
            return Optional.of(Parts.NONE);
        }
        int columns = table.getTable().getVars().size();
        for (var rows = table.getTable().rows(); rows.hasNext(); ) {
            if (rows.next().size() != columns) {
                return Optional.empty();
            }
        }
        return Optional.of(new Parts(List.of(), List.of(), List.of(table), List.of()));
    }

    /** A filter that sees more than its own group, or looks at the data, stays where it is. */
    private static Optional<Parts> filtered(Parts parts, OpFilter filter) {
        var bound = parts.variables();
        for (Expr each : filter.getExprs()) {
            if (!StarFilter.isSteady(each) || !bound.containsAll(each.getVarsMentioned())) {
                return Optional.empty();
            }
        }
        return Optional.of(parts.and(
                new Parts(List.of(), List.of(), List.of(), filter.getExprs().getList())));
    }

    /** What ARQ makes of {@code FILTER(?x = <iri>)}. */
    private static Optional<Parts> assigned(Parts parts, OpAssign assign) {
        var values = BindingFactory.builder();
        for (var each : assign.getVarExprList().getExprs().entrySet()) {
            if (!(each.getValue() instanceof NodeValue value)) {
                return Optional.empty();
            }
            values.add(each.getKey(), value.asNode());
        }
        var table = TableFactory.create(assign.getVarExprList().getVars());
        table.addBinding(values.build());
        return parts(OpTable.create(table)).map(parts::and);
    }

    Parts parts() {
        return parts;
    }

    @Override
    public Op effectiveOp() {
        return original;
    }

    @Override
    public QueryIterator eval(QueryIterator input, ExecutionContext execution) {
        return execution.getActiveGraph() instanceof ViewGraph graph
                ? StarJoin.of(graph, parts, input, execution)
                : QC.execute(original, input, execution);
    }

    @Override
    public Op apply(Transform transform) {
        return of(Transformer.transform(transform, original));
    }

    @Override
    public void outputArgs(IndentedWriter out, SerializationContext context) {
        original.output(out, context);
    }

    @Override
    public int hashCode() {
        return TAG.hashCode() ^ original.hashCode();
    }

    @Override
    public boolean equalTo(Op other, NodeIsomorphismMap nodes) {
        return other instanceof Conjunction conjunction && original.equalTo(conjunction.original, nodes);
    }
}
