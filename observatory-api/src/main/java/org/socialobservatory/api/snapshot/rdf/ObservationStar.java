package org.socialobservatory.api.snapshot.rdf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.expr.Expr;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of a query that have one subject, which can only be a cell: all of them are matched together, on the columns,
 * cell by cell.
 *
 * @param subject a variable or the node of a cell
 * @param arms predicate and object of each pattern; the predicates are those of columns
 */
record ObservationStar(Node subject, List<Arm> arms) {

    record Arm(Node predicate, Node object) {}

    ObservationStar {
        arms = List.copyOf(arms);
    }

    static ObservationStar of(Node subject, List<Triple> patterns) {
        return new ObservationStar(
                subject,
                patterns.stream()
                        .map(pattern -> new Arm(pattern.getPredicate(), pattern.getObject()))
                        .toList());
    }

    Set<Var> variables() {
        var variables = new HashSet<Var>();
        if (Var.isVar(subject)) {
            variables.add(Var.alloc(subject));
        }
        for (Arm arm : arms) {
            if (Var.isVar(arm.object)) {
                variables.add(Var.alloc(arm.object));
            }
        }
        return variables;
    }

    List<Triple> patterns() {
        return arms.stream()
                .map(arm -> Triple.create(subject, arm.predicate, arm.object))
                .toList();
    }

    /** Where a variable stands in the patterns, null where it is the subject or stands nowhere. */
    @Nullable
    Column column(Cube cube, Var variable) {
        if (variable.equals(subject)) {
            return null;
        }
        for (Arm arm : arms) {
            if (arm.object.equals(variable)) {
                return cube.column(arm.predicate);
            }
        }
        return null;
    }

    /** Whether each variable stands in one place only. */
    boolean isPlain() {
        long places = arms.stream().filter(arm -> Var.isVar(arm.object)).count() + (Var.isVar(subject) ? 1 : 0);
        return places == variables().size();
    }

    /** Whether the cells of a cube can match at all. */
    boolean fits(Cube cube) {
        return !cube.isEmpty() && arms.stream().allMatch(arm -> cube.column(arm.predicate) != null);
    }

    /** How many cells of a cube match, more or less, when these variables have values already. */
    double estimate(Cube cube, Set<Var> bound) {
        if (!fits(cube)) {
            return 0;
        }
        boolean oneCell = !Var.isVar(subject) || bound.contains(Var.alloc(subject));
        double cells = oneCell ? 1 : cube.block().size();
        for (Arm arm : arms) {
            var column = cube.column(arm.predicate);
            if (column == null) {
                return 0;
            }
            if (!Var.isVar(arm.object)) {
                cells *= column.share(arm.object);
            } else if (bound.contains(Var.alloc(arm.object))) {
                cells *= column.share(null);
            }
        }
        return cells;
    }

    /** The matching of this star in a cube, for as many rows as come. */
    StarMatching in(Cube cube, List<Expr> filters, ExecutionContext execution) {
        return new StarMatching(this, cube, filters, execution);
    }

    @Override
    public String toString() {
        return subject + " " + arms.stream().map(ObservationStar::text).collect(Collectors.joining(" ; "));
    }

    private static String text(Arm arm) {
        return arm.predicate + " " + arm.object;
    }
}
