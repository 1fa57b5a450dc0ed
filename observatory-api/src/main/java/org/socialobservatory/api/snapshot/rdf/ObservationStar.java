package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
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

    /** How many cells of a cube match, more or less, when these variables have values already. */
    double estimate(Cube cube, Set<Var> bound) {
        if (cube.isEmpty()) {
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

    /** The matches in a cube that extend a binding. */
    Matches matches(Cube cube, Binding given) {
        return new Matching(cube, given).find();
    }

    /** The arms seen from one binding: what restricts the cells, and what is yet to be bound. */
    private final class Matching {
        private final Cube cube;
        private final Binding given;
        private final CellConstraints wanted = new CellConstraints();
        private final List<Var> variables = new ArrayList<>();
        private final List<@Nullable Column> columns = new ArrayList<>();

        Matching(Cube cube, Binding given) {
            this.cube = cube;
            this.given = given;
        }

        Matches find() {
            if (cube.isEmpty() || !subject() || !arms() || wanted.nothing()) {
                return Matches.NONE;
            }
            return new Matches(cube, given, variables, columns, new CellScan(cube.block(), wanted));
        }

        private boolean subject() {
            var known = known(subject);
            if (known == null) {
                variables.add(Var.alloc(subject));
                columns.add(null);
                return true;
            }
            int cell = cube.cell(known);
            if (cell < 0) {
                return false;
            }
            wanted.only(cell, cube.block().runOf(cell));
            return true;
        }

        private boolean arms() {
            for (Arm arm : arms) {
                var column = cube.column(arm.predicate);
                if (column == null) {
                    return false;
                }
                var known = known(arm.object);
                if (known != null) {
                    if (!column.restrict(wanted, known)) {
                        return false;
                    }
                } else {
                    open(Var.alloc(arm.object), column);
                }
            }
            return true;
        }

        /** A variable of the star's own. Met again, both places must say the same. */
        private void open(Var variable, Column column) {
            int met = variables.indexOf(variable);
            if (met < 0) {
                variables.add(variable);
                columns.add(column);
                wanted.where(column::says);
                return;
            }
            var first = columns.get(met);
            wanted.where((cell, run) -> {
                var one = first == null ? cube.subject(cell, run) : first.object(cell, run);
                return one != null && one.equals(column.object(cell, run));
            });
        }

        /** The value of a place in a pattern, null where it is open. */
        private @Nullable Node known(Node place) {
            return Var.isVar(place) ? given.get(Var.alloc(place)) : place;
        }
    }
}
