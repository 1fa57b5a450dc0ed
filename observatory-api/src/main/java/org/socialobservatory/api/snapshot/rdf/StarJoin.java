package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterFailed;
import org.apache.jena.sparql.engine.iterator.QueryIterFilterExpr;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.solver.PatternMatchData;
import org.apache.jena.sparql.expr.Expr;
import org.socialobservatory.api.snapshot.rdf.PatternOrder.Step;

/** Answers a conjunction on the view, step by step, each filter as early as its variables are bound. */
final class StarJoin {

    private final ViewGraph graph;
    private final ExecutionContext execution;
    private final Evaluation evaluation;
    private final Set<Var> given;
    private final List<Expr> filters;
    private final Set<Var> bound = new HashSet<>();

    private StarJoin(ViewGraph graph, List<Expr> filters, Set<Var> given, ExecutionContext execution) {
        this.graph = graph;
        this.execution = execution;
        this.given = given;
        this.filters = new ArrayList<>(filters);
        evaluation = Evaluation.of(execution);
    }

    static QueryIterator of(ViewGraph graph, Conjunction.Parts parts, QueryIterator input, ExecutionContext execution) {
        var rows = QueryIterPeek.create(input, execution);
        Binding first;
        try {
            first = rows.peek();
        } catch (QueryCancelledException cancelled) {
            return new QueryIterFailed(rows, execution, cancelled);
        }
        if (first == null) {
            rows.close();
            return QueryIterNullIterator.create(execution);
        }
        var order = new PatternOrder(graph);
        var given = variables(first);
        var join = new StarJoin(graph, parts.filters(), given, execution);
        return join.all(order.of(order.steps(parts), given), rows);
    }

    private static Set<Var> variables(Binding binding) {
        var variables = new HashSet<Var>();
        binding.vars().forEachRemaining(variables::add);
        return variables;
    }

    private QueryIterator all(List<Step> steps, QueryIterator input) {
        var rows = input;
        for (var step : steps) {
            rows = switch (step) {
                case Step.Star(ObservationStar star) -> star(star, rows);
                case Step.Single(var single) -> {
                    evaluation.explain("pattern " + single);
                    yield PatternMatchData.execute(graph, BasicPattern.wrap(List.of(single)), rows, null, execution);
                }
                case Step.Path(var path) -> {
                    evaluation.explain("path " + path.getTriplePath());
                    yield HierarchyPaths.of(graph, path, rows, execution);
                }
                case Step.Values(var table) -> {
                    evaluation.explain("values " + table.getTable().getVars());
                    yield QC.execute(table, rows, execution);
                }
            };
            bound.addAll(step.variables());
            rows = filtered(rows);
        }
        return rows;
    }

    private QueryIterator star(ObservationStar star, QueryIterator rows) {
        var pushed = new ArrayList<Expr>();
        for (Expr filter : List.copyOf(filters)) {
            if (isPushable(filter, star)) {
                pushed.add(filter);
                filters.remove(filter);
            }
        }
        if (evaluation.isExplained()) {
            evaluation.explain(new StarExplanation(graph, star, pushed, execution).text(known(star)));
        }
        return new Stars(rows, star, pushed);
    }

    private Set<Var> known(ObservationStar star) {
        var known = star.variables();
        known.removeIf(variable -> !bound.contains(variable) && !given.contains(variable));
        return known;
    }

    private boolean isPushable(Expr filter, ObservationStar star) {
        var variables = filter.getVarsMentioned();
        return star.variables().containsAll(variables)
                && variables.stream().noneMatch(variable -> bound.contains(variable) || given.contains(variable))
                && graph.cubes().stream()
                        .filter(star::fits)
                        .allMatch(cube -> new StarFilter(cube, star, execution)
                                .compile(filter)
                                .isPresent());
    }

    /** The rows that pass the filters whose variables the steps have bound. */
    private QueryIterator filtered(QueryIterator rows) {
        var passed = rows;
        for (Expr filter : List.copyOf(filters)) {
            if (bound.containsAll(filter.getVarsMentioned())) {
                passed = new QueryIterFilterExpr(passed, filter, execution);
                filters.remove(filter);
            }
        }
        return passed;
    }

    /** For each row, its extensions by the star. */
    private final class Stars extends QueryIterRepeatApply {
        private final ObservationStar star;
        private final List<Expr> pushed;
        private final List<StarMatching> matchings;

        Stars(QueryIterator input, ObservationStar star, List<Expr> pushed) {
            super(input, execution);
            this.star = star;
            this.pushed = pushed;
            matchings = matchings(pushed);
        }

        private List<StarMatching> matchings(List<Expr> kept) {
            return graph.cubes().stream()
                    .map(cube -> star.in(cube, kept, execution))
                    .filter(StarMatching::possible)
                    .toList();
        }

        @Override
        protected QueryIterator nextStage(Binding row) {
            boolean filterIsBound = pushed.stream()
                    .anyMatch(filter -> filter.getVarsMentioned().stream().anyMatch(row::contains));
            if (!filterIsBound) {
                return QueryIterPlainWrapper.create(matches(matchings, row), getExecContext());
            }
            // Rows need not bind the same variables: this one has a value of its own where the first had none.
            var found = QueryIterPlainWrapper.create(matches(matchings(List.of()), row), getExecContext());
            for (Expr filter : pushed) {
                found = new QueryIterFilterExpr(found, filter, getExecContext());
            }
            return found;
        }

        private static Iterator<Binding> matches(List<StarMatching> matchings, Binding row) {
            return matchings.size() == 1
                    ? matchings.getFirst().matches(row)
                    : Iter.flatMap(matchings.iterator(), matching -> matching.matches(row));
        }
    }
}
