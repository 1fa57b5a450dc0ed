package org.socialobservatory.api.sparql.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.pfunction.PFuncSimple;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.socialobservatory.api.snapshot.rdf.description.Terms;

/**
 * The properties {@code geo:sfWithin} and its like between features: found by their shapes, not stated. The index is that
 * of the graph that is asked, made when somebody first asks; a new edition is a new graph.
 */
public final class Topology extends PFuncSimple {

    private static final Map<Graph, Located> INDEXES = Collections.synchronizedMap(new WeakHashMap<>());

    private final Relation relation;

    public Topology(Relation relation) {
        this.relation = relation;
    }

    /** A feature, or its geometry, with its shape. */
    private record Place(Node node, PreparedGeometry shape) {}

    /** What lies in a graph. */
    private static final class Located {
        private final Map<Node, PreparedGeometry> shapes = new HashMap<>();
        private final List<Place> features = new ArrayList<>();
        private final STRtree tree = new STRtree();

        Located(Graph graph, ExecutionContext execution) {
            graph.find(Node.ANY, Terms.HAS_DEFAULT_GEOMETRY, Node.ANY).forEachRemaining((Triple stated) -> {
                execution.checkCancelSignal();
                graph.find(stated.getObject(), Terms.AS_WKT, Node.ANY)
                        .forEachRemaining((Triple written) -> Shapes.of(written.getObject())
                                .ifPresent(shape -> {
                                    shapes.put(stated.getObject(), shape);
                                    if (shapes.put(stated.getSubject(), shape) == null) {
                                        var place = new Place(stated.getSubject(), shape);
                                        features.add(place);
                                        tree.insert(shape.getGeometry().getEnvelopeInternal(), place);
                                    }
                                }));
            });
            tree.build();
        }

        @SuppressWarnings("unchecked") // STRtree is older than generics
        List<Place> near(Envelope envelope) {
            return (List<Place>) tree.query(envelope);
        }
    }

    @Override
    public QueryIterator execEvaluated(
            Binding row, Node subject, Node predicate, Node object, ExecutionContext execution) {
        var located = located(execution);
        Iterator<Binding> found;
        if (subject.isConcrete() && object.isConcrete()) {
            var one = located.shapes.get(subject);
            var other = located.shapes.get(object);
            found = one != null && other != null && holds(one, other)
                    ? Iter.singletonIterator(row)
                    : Collections.emptyIterator();
        } else if (subject.isConcrete()) {
            found = partners(located, row, subject, Var.alloc(object), true, execution);
        } else if (object.isConcrete()) {
            found = partners(located, row, object, Var.alloc(subject), false, execution);
        } else {
            found = Iter.flatMap(
                    located.features.iterator(),
                    place -> subject.equals(object)
                            ? itself(row, place, Var.alloc(subject))
                            : partners(
                                    located,
                                    BindingFactory.binding(row, Var.alloc(subject), place.node),
                                    place.node,
                                    Var.alloc(object),
                                    true,
                                    execution));
        }
        return QueryIterPlainWrapper.create(found, execution);
    }

    private static Located located(ExecutionContext execution) {
        var graph = execution.getActiveGraph();
        var known = INDEXES.get(graph);
        if (known == null) {
            known = new Located(graph, execution);
            INDEXES.put(graph, known);
        }
        return known;
    }

    private Iterator<Binding> itself(Binding row, Place place, Var variable) {
        return holds(place.shape, place.shape)
                ? Iter.singletonIterator(BindingFactory.binding(row, variable, place.node))
                : Collections.emptyIterator();
    }

    /** Those to whom a thing stands in the relation, or they to it. */
    private Iterator<Binding> partners(
            Located located, Binding row, Node thing, Var variable, boolean forward, ExecutionContext execution) {
        var shape = located.shapes.get(thing);
        if (shape == null) {
            return Collections.emptyIterator();
        }
        var candidates = relation == Relation.DISJOINT
                ? located.features
                : located.near(shape.getGeometry().getEnvelopeInternal());
        var related = Iter.filter(candidates.iterator(), place -> {
            execution.checkCancelSignal();
            return forward ? holds(shape, place.shape) : holds(place.shape, shape);
        });
        return Iter.map(related, place -> BindingFactory.binding(row, variable, place.node));
    }

    /** Shapes that cannot be compared stand in no relation. */
    private boolean holds(PreparedGeometry one, PreparedGeometry other) {
        try {
            return relation.holds(one, other);
        } catch (ExprEvalException impossible) {
            return false;
        }
    }
}
