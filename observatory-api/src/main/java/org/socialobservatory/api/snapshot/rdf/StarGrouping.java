package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.rdf.Conjunction.Parts;
import org.socialobservatory.api.snapshot.rdf.PatternOrder.Step;
import org.socialobservatory.api.snapshot.rdf.StarAggregates.Kind;

/**
 * Groups over one star, joined with the rest of a conjunction on its dimensions. The rest is evaluated first and reduced
 * to what the groups and the join need; the cells are then summed up by their own keys in one scan, and only these sums
 * meet the rest.
 *
 * @param join variables that the star and the rest share
 * @param keys variables of the star by which its cells are told apart
 * @param filters speak of the star alone
 */
record StarGrouping(
        ViewGraph graph,
        ObservationStar star,
        Parts rest,
        List<Expr> filters,
        List<Var> groupVariables,
        StarAggregates aggregates,
        List<Var> join,
        List<Var> keys,
        ExecutionContext execution) {

    /** Empty where the groups must be made row by row. */
    static Optional<StarGrouping> of(ViewGraph graph, OpGroup group, Parts parts, ExecutionContext execution) {
        var aggregates = StarAggregates.of(group).orElseThrow();
        var order = new PatternOrder(graph);
        var steps = order.steps(parts);
        return steps.stream()
                .filter(Step.Star.class::isInstance)
                .sorted(Comparator.comparingDouble((Step step) -> order.estimate(step, Set.of()))
                        .reversed())
                .flatMap(step ->
                        of(graph, group, aggregates, ((Step.Star) step).star(), steps, parts, execution).stream())
                .findFirst();
    }

    private static Optional<StarGrouping> of(
            ViewGraph graph,
            OpGroup group,
            StarAggregates aggregates,
            ObservationStar star,
            List<Step> steps,
            Parts parts,
            ExecutionContext execution) {
        var own = star.variables();
        var filters = new ArrayList<Expr>();
        var rest = rest(steps, star, parts, filters);
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        var others = rest.get().variables();
        var groups = group.getGroupVars().getVars();
        var join = own.stream().filter(others::contains).toList();
        boolean alone = rest.get().equals(Parts.NONE);
        var keys = new LinkedHashSet<>(join);
        Stream.concat(groups.stream(), aggregates.distinct().stream())
                .filter(own::contains)
                .filter(variable -> !(alone && isCounted(variable, star, groups)))
                .forEach(keys::add);
        boolean possible = star.isPlain()
                && (alone || !join.isEmpty())
                && Stream.concat(groups.stream(), aggregates.variables().stream())
                        .allMatch(variable -> own.contains(variable) || others.contains(variable))
                && graph.cubes().stream()
                        .filter(star::fits)
                        .allMatch(cube -> keys.stream().allMatch(key -> isKey(star.column(cube, key)))
                                && aggregates.numbers().stream()
                                        .allMatch(of -> star.column(cube, of) instanceof Column.OfNumber));
        return possible
                ? Optional.of(new StarGrouping(
                        graph, star, rest.get(), filters, groups, aggregates, join, List.copyOf(keys), execution))
                : Optional.empty();
    }

    /** The subject of a star is another one in each cell: to count the different ones is to count the cells. */
    private static boolean isCounted(Var variable, ObservationStar star, List<Var> groups) {
        return variable.equals(star.subject()) && !groups.contains(variable);
    }

    private static boolean isKey(@Nullable Column column) {
        return switch (column) {
            case null -> false;
            case Column.OfNumber _ -> false;
            case Column.OfRun _, Column.OfArea _, Column.OfAreaAndPeriod _, Column.OfState _ -> true;
        };
    }

    /** What is not of the star; empty where a filter speaks of both. */
    private static Optional<Parts> rest(List<Step> steps, ObservationStar star, Parts parts, List<Expr> starFilters) {
        var patterns = new ArrayList<Triple>();
        var paths = new ArrayList<OpPath>();
        var tables = new ArrayList<OpTable>();
        for (Step step : steps) {
            switch (step) {
                case Step.Star(ObservationStar other) -> {
                    if (!other.equals(star)) {
                        patterns.addAll(other.patterns());
                    }
                }
                case Step.Single(Triple pattern) -> patterns.add(pattern);
                case Step.Path(OpPath path) -> paths.add(path);
                case Step.Values(OpTable table) -> tables.add(table);
            }
        }
        var unfiltered = new Parts(patterns, paths, tables, List.of());
        var others = unfiltered.variables();
        var restFilters = new ArrayList<Expr>();
        for (Expr filter : parts.filters()) {
            if (star.variables().containsAll(filter.getVarsMentioned())) {
                starFilters.add(filter);
            } else if (others.containsAll(filter.getVarsMentioned())) {
                restFilters.add(filter);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Parts(patterns, paths, tables, restFilters));
    }

    boolean isAlone() {
        return rest.equals(Parts.NONE);
    }

    /** The variables of the rest that the groups need. */
    List<Var> restKeys() {
        return Stream.concat(groupVariables.stream(), aggregates.distinct().stream())
                .filter(variable -> !star.variables().contains(variable))
                .distinct()
                .toList();
    }

    /** The groups, one row each. */
    List<Binding> rows() {
        var evaluation = Evaluation.of(execution);
        if (evaluation.isExplained()) {
            explain(evaluation);
        }
        var companions = isAlone() ? null : Companions.of(this, evaluation);
        var groups = new Groups(this, evaluation);
        if (companions == null || !companions.isEmpty()) {
            for (var cube : graph.cubes()) {
                var matching = star.in(cube, filters, execution);
                if (matching.possible()) {
                    var partial = new PartialGroups(this, cube, evaluation);
                    var wanted = matching.fixed();
                    if (companions != null) {
                        companions.restrict(this, cube, wanted);
                    }
                    partial.scan(wanted);
                    groups.add(partial, companions);
                }
            }
        }
        return groups.rows();
    }

    private void explain(Evaluation evaluation) {
        evaluation.explain("aggregate on the columns: "
                + aggregates.all().stream()
                        .map(each -> each.aggregator().toString())
                        .toList()
                + (groupVariables.isEmpty() ? "" : " by " + groupVariables)
                + (isAlone() ? "" : ", cells summed up by " + keys + " and joined with the rest on " + join));
        evaluation.explain(new StarExplanation(graph, star, filters, execution).text(Set.of()));
    }

    /** Whether an aggregate counts the cells themselves. */
    boolean countsCells(StarAggregates.Known aggregate) {
        return aggregate.kind() == Kind.COUNT
                || (isAlone() && aggregate.of() != null && aggregate.of().equals(star.subject()));
    }
}
