package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one cube that match a star, for one row after another. What the patterns fix is worked out once; a row
 * adds what it binds. Runs and areas are an index by the dimensions: a star that is joined on them is looked up, run by
 * run, and needs no table of its own.
 */
final class StarMatching {

    /** Combinations of dimensions whose runs are remembered; the largest structures have some thousand. */
    private static final int REMEMBERED = 1 << 14;

    private final ObservationStar star;
    private final Cube cube;
    private final CellConstraints fixed = new CellConstraints();
    private final boolean possible;
    private final Evaluation evaluation;
    private final Map<List<Node>, BitSet> runs = new HashMap<>();

    /** @param filters speak of variables of the star alone */
    StarMatching(ObservationStar star, Cube cube, List<Expr> filters, ExecutionContext execution) {
        this.star = star;
        this.cube = cube;
        evaluation = Evaluation.of(execution);
        possible = star.fits(cube) && fixArms();
        if (possible) {
            var compiler = new StarFilter(cube, star, execution);
            filters.forEach(filter -> fixed.where(compiler.compile(filter).orElseGet(() -> compiler.asked(filter))));
        }
    }

    private boolean fixArms() {
        if (!Var.isVar(star.subject()) && !fixSubject(star.subject(), fixed)) {
            return false;
        }
        for (var arm : star.arms()) {
            var column = cube.column(arm.predicate());
            if (column == null || (!Var.isVar(arm.object()) && !column.restrict(fixed, arm.object()))) {
                return false;
            }
        }
        return !fixed.nothing();
    }

    private boolean fixSubject(Node subject, CellConstraints wanted) {
        int cell = cube.cell(subject);
        if (cell >= 0) {
            wanted.only(cell, cube.block().runOf(cell));
        }
        return cell >= 0;
    }

    /** Whether any cell can match. */
    boolean possible() {
        return possible;
    }

    /** What the patterns and filters alone ask of a cell; a copy. */
    CellConstraints fixed() {
        return new CellConstraints(fixed);
    }

    /** The matches that extend a row. */
    Matches matches(Binding row) {
        return possible ? new OfRow(row).find() : Matches.NONE;
    }

    /** The arms seen from one row: what restricts the cells, and what is yet to be bound. */
    private final class OfRow {
        private final Binding given;
        private final CellConstraints wanted = fixed();
        private final List<Var> variables = new ArrayList<>();
        private final List<@Nullable Column> columns = new ArrayList<>();
        private final List<Column.OfRun> runColumns = new ArrayList<>();
        private final List<Node> runValues = new ArrayList<>();

        OfRow(Binding given) {
            this.given = given;
        }

        Matches find() {
            if (!subject() || !arms() || !runs() || wanted.nothing()) {
                return Matches.NONE;
            }
            return new Matches(cube, given, variables, columns, new CellScan(cube.block(), wanted, evaluation));
        }

        private boolean subject() {
            if (!Var.isVar(star.subject())) {
                return true;
            }
            var variable = Var.alloc(star.subject());
            var known = given.get(variable);
            if (known != null) {
                return fixSubject(known, wanted);
            }
            variables.add(variable);
            columns.add(null);
            return true;
        }

        private boolean arms() {
            for (var arm : star.arms()) {
                if (Var.isVar(arm.object())) {
                    var column = cube.column(arm.predicate());
                    if (column == null || !arm(Var.alloc(arm.object()), column)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private boolean arm(Var variable, Column column) {
            var known = given.get(variable);
            if (known == null) {
                open(variable, column);
                return true;
            }
            if (column instanceof Column.OfRun ofRun && column.alwaysSays()) {
                runColumns.add(ofRun);
                runValues.add(known);
                return true;
            }
            return column.restrict(wanted, known);
        }

        /** A variable of the star's own. Met again, both places must say the same. */
        private void open(Var variable, Column column) {
            int met = variables.indexOf(variable);
            if (met < 0) {
                variables.add(variable);
                columns.add(column);
                if (!column.alwaysSays()) {
                    wanted.where(column::says);
                }
                return;
            }
            var first = columns.get(met);
            wanted.where((cell, run) -> {
                var one = first == null ? cube.subject(cell, run) : first.object(cell, run);
                return one != null && one.equals(column.object(cell, run));
            });
        }

        private boolean runs() {
            if (runColumns.isEmpty()) {
                return true;
            }
            var known = StarMatching.this.runs.get(runValues);
            if (known == null) {
                known = runsOf();
                if (StarMatching.this.runs.size() < REMEMBERED) {
                    evaluation.hold(known.size() / Byte.SIZE + 64L * runValues.size());
                    StarMatching.this.runs.put(runValues, known);
                }
            }
            if (!known.isEmpty()) {
                if (wanted.onlyCell() >= 0) {
                    wanted.inRuns(known);
                } else {
                    wanted.onlyRuns(known);
                }
            }
            return !known.isEmpty();
        }

        /** The runs that the patterns and the row leave. */
        private BitSet runsOf() {
            var narrowed = fixed();
            for (int place = 0; place < runColumns.size(); place++) {
                if (!runColumns.get(place).restrict(narrowed, runValues.get(place))) {
                    return new BitSet();
                }
            }
            var left = narrowed.runs();
            return left == null || narrowed.nothing() ? new BitSet() : left;
        }
    }
}
