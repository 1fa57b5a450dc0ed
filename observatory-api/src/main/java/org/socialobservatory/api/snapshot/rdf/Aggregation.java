package org.socialobservatory.api.snapshot.rdf;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.util.NodeIsomorphismMap;

/** Groups of a conjunction with their aggregates: computed on the columns where they are of one star, else row by row. */
final class Aggregation extends OpExt {

    private static final String TAG = "aggregation";

    private final OpGroup original;
    private final Conjunction.Parts parts;

    private Aggregation(OpGroup original, Conjunction.Parts parts) {
        super(TAG);
        this.original = original;
        this.parts = parts;
    }

    /** The group as it is, where it cannot be more. */
    static Op of(OpGroup group) {
        return StarAggregates.areKnown(group)
                ? Conjunction.parts(group.getSubOp())
                        .<Op>map(parts -> new Aggregation(group, parts))
                        .orElse(group)
                : group;
    }

    @Override
    public Op effectiveOp() {
        return original;
    }

    @Override
    public QueryIterator eval(QueryIterator input, ExecutionContext execution) {
        if (execution.getActiveGraph() instanceof ViewGraph graph
                && (input instanceof QueryIterRoot || input instanceof QueryIterSingleton)
                && input.hasNext()) {
            var row = input.next();
            input.close();
            if (row.isEmpty()) {
                var found = StarGrouping.of(graph, original, parts, execution);
                if (found.isPresent()) {
                    return QueryIterPlainWrapper.create(rows(found.get()), execution);
                }
            }
            return QC.execute(original, QueryIterSingleton.create(row, execution), execution);
        }
        return QC.execute(original, input, execution);
    }

    /** Nothing is computed before somebody asks for the first row. */
    private static Iterator<Binding> rows(StarGrouping grouping) {
        return Iter.flatMap(List.of(grouping).iterator(), each -> each.rows().iterator());
    }

    @Override
    public Op apply(Transform transform) {
        return Transformer.transform(transform, original) instanceof OpGroup group ? of(group) : original;
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
        return other instanceof Aggregation aggregation && original.equalTo(aggregation.original, nodes);
    }
}
