package org.socialobservatory.api.snapshot.rdf;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.Path;
import org.jspecify.annotations.Nullable;

/** For each row, where a path such as {@code obs:within+} leads from the end that is known. */
final class HierarchyPaths extends QueryIterRepeatApply {

    /** Ends from which the way is remembered. */
    private static final int REMEMBERED = 1 << 12;
    /** A node among those reached, in bytes. */
    private static final int REACHED = 64;

    private final OpPath path;
    private final Node subject;
    private final Node object;
    private final Hierarchy hierarchy;
    private final boolean itself;
    private final Evaluation evaluation;
    private final Map<Node, Set<Node>> onwards = new HashMap<>();
    private final Map<Node, Set<Node>> back = new HashMap<>();

    private HierarchyPaths(
            QueryIterator input, OpPath path, Hierarchy hierarchy, boolean itself, ExecutionContext execution) {
        super(input, execution);
        this.path = path;
        subject = path.getTriplePath().getSubject();
        object = path.getTriplePath().getObject();
        this.hierarchy = hierarchy;
        this.itself = itself;
        evaluation = Evaluation.of(execution);
    }

    /** Follows a path; by the plain evaluator where it is not of one predicate, or too much hangs on it. */
    static QueryIterator of(ViewGraph graph, OpPath path, QueryIterator input, ExecutionContext execution) {
        var walked = path.getTriplePath().getPath();
        boolean ends = isEnd(path.getTriplePath().getSubject())
                && isEnd(path.getTriplePath().getObject())
                && !path.getTriplePath()
                        .getSubject()
                        .equals(path.getTriplePath().getObject());
        var hierarchy = ends ? repeated(walked).flatMap(graph::hierarchy) : Optional.<Hierarchy>empty();
        return hierarchy
                .<QueryIterator>map(
                        found -> new HierarchyPaths(input, path, found, walked instanceof P_ZeroOrMore1, execution))
                .orElseGet(() -> QC.execute(path, input, execution));
    }

    private static boolean isEnd(Node node) {
        return Var.isVar(node) || node.isURI();
    }

    /** The predicate of {@code p+} or {@code p*}. */
    private static Optional<Node> repeated(Path path) {
        var step = switch (path) {
            case P_OneOrMore1 some -> some.getSubPath();
            case P_ZeroOrMore1 any -> any.getSubPath();
            default -> null;
        };
        return step instanceof P_Link link ? Optional.of(link.getNode()) : Optional.empty();
    }

    @Override
    protected QueryIterator nextStage(Binding row) {
        var from = known(subject, row);
        var to = known(object, row);
        if (from == null && to == null) {
            return QC.execute(path, QueryIterSingleton.create(row, getExecContext()), getExecContext());
        }
        if (from != null && to != null) {
            return reached(from, true).contains(to)
                    ? QueryIterSingleton.create(row, getExecContext())
                    : QueryIterNullIterator.create(getExecContext());
        }
        boolean forwards = from != null;
        var found = reached(Objects.requireNonNull(forwards ? from : to), forwards);
        var open = Var.alloc(forwards ? object : subject);
        return QueryIterPlainWrapper.create(
                Iter.map(found.iterator(), node -> BindingFactory.binding(row, open, node)), getExecContext());
    }

    private Set<Node> reached(Node end, boolean forwards) {
        var ways = forwards ? onwards : back;
        var known = ways.get(end);
        if (known == null) {
            known = hierarchy.reached(end, forwards, itself, evaluation);
            if (ways.size() < REMEMBERED) {
                evaluation.hold((long) REACHED * known.size());
                ways.put(end, known);
            }
        }
        return known;
    }

    private static @Nullable Node known(Node end, Binding row) {
        return Var.isVar(end) ? row.get(Var.alloc(end)) : end;
    }
}
