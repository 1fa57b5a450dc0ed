package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpSequence;

/** Finds in the algebra of a query what the view can answer in one go, from the leaves upwards. */
final class Pushdown extends TransformCopy {

    @Override
    public Op transform(OpFilter filter, Op sub) {
        return Conjunction.of(super.transform(filter, sub));
    }

    @Override
    public Op transform(OpAssign assign, Op sub) {
        return Conjunction.of(super.transform(assign, sub));
    }

    @Override
    public Op transform(OpJoin join, Op left, Op right) {
        return Conjunction.of(super.transform(join, left, right));
    }

    /** Neighbours are taken together; what stands between them keeps its place. */
    @Override
    public Op transform(OpSequence sequence, List<Op> elements) {
        var merged = new ArrayList<Op>();
        var neighbours = new ArrayList<Op>();
        for (Op element : elements) {
            if (Conjunction.parts(element).isPresent()) {
                neighbours.add(element);
            } else {
                merge(neighbours, merged);
                merged.add(element);
            }
        }
        merge(neighbours, merged);
        return merged.size() == 1 ? merged.getFirst() : sequence.copy(merged);
    }

    private static void merge(List<Op> neighbours, List<Op> merged) {
        if (!neighbours.isEmpty()) {
            var together = OpSequence.create();
            neighbours.forEach(together::add);
            merged.add(neighbours.size() == 1 ? neighbours.getFirst() : Conjunction.of(together));
            neighbours.clear();
        }
    }

    @Override
    public Op transform(OpGroup group, Op sub) {
        return Aggregation.of((OpGroup) super.transform(group, sub));
    }
}
