package org.socialobservatory.api.snapshot.rdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.rdf.StarAggregates.Known;

/** The groups of a query as they grow from the sums of its cubes, and the rows that they become. */
final class Groups {

    /** A group with its key and its state, in bytes; each different value that is counted takes a part of it. */
    private static final int GROUP = 320;

    private static final int VALUE = 64;

    private final StarGrouping grouping;
    private final Evaluation evaluation;
    private final List<Var> restKeys;
    private final Map<List<Node>, Group> groups = new LinkedHashMap<>();

    Groups(StarGrouping grouping, Evaluation evaluation) {
        this.grouping = grouping;
        this.evaluation = evaluation;
        restKeys = grouping.restKeys();
    }

    /** What is known of a group so far. */
    private static final class Group {
        private long count;
        private final Map<Var, BigDecimal> sums = new HashMap<>();
        private final Map<Var, BigDecimal> least = new HashMap<>();
        private final Map<Var, BigDecimal> most = new HashMap<>();
        private final Map<Var, Set<Node>> distinct = new HashMap<>();
    }

    /** @param companions null where the star stands alone */
    void add(PartialGroups partial, @Nullable Companions companions) {
        for (int part = 0; part < partial.size(); part++) {
            evaluation.check();
            if (companions == null) {
                add(partial, part, List.of(), 1);
            } else {
                for (var companion :
                        companions.of(partial.values(part, companions.join())).entrySet()) {
                    add(partial, part, companion.getKey(), companion.getValue());
                }
            }
        }
    }

    /** @param times how often each cell of the part meets this companion */
    private void add(PartialGroups partial, int part, List<Node> companion, long times) {
        var key = new ArrayList<Node>();
        for (Var variable : grouping.groupVariables()) {
            key.add(value(partial, part, companion, variable));
        }
        var group = groups.computeIfAbsent(key, _ -> {
            evaluation.hold(GROUP);
            return new Group();
        });
        group.count += times * partial.count(part);
        for (Var of : grouping.aggregates().numbers()) {
            var sums = partial.sums(of);
            var sum = sums.sum(part);
            group.sums.merge(of, times == 1 ? sum : sum.multiply(BigDecimal.valueOf(times)), BigDecimal::add);
            if (sums.hasExtremes()) {
                group.least.merge(of, sums.least(part), BigDecimal::min);
                group.most.merge(of, sums.most(part), BigDecimal::max);
            }
        }
        for (var each : grouping.aggregates().all()) {
            if (each.kind() == StarAggregates.Kind.COUNT_DISTINCT && each.of() != null && !grouping.countsCells(each)) {
                var met = group.distinct.computeIfAbsent(each.of(), _ -> new HashSet<>());
                if (met.add(value(partial, part, companion, each.of()))) {
                    evaluation.hold(VALUE);
                }
            }
        }
    }

    private Node value(PartialGroups partial, int part, List<Node> companion, Var variable) {
        int place = restKeys.indexOf(variable);
        return place >= 0
                ? companion.get(place)
                : partial.values(part, List.of(variable)).getFirst();
    }

    List<Binding> rows() {
        var rows = new ArrayList<Binding>(groups.size());
        if (groups.isEmpty() && grouping.groupVariables().isEmpty()) {
            rows.add(empty());
        }
        groups.forEach((key, group) -> {
            var row = BindingFactory.builder();
            for (int place = 0; place < key.size(); place++) {
                row.add(grouping.groupVariables().get(place), key.get(place));
            }
            grouping.aggregates().all().forEach(each -> row.add(each.result(), answer(each, group)));
            rows.add(row.build());
        });
        return rows;
    }

    /** What aggregates say of nothing (SPARQL 1.1 Query §18.5.1). */
    private Binding empty() {
        var row = BindingFactory.builder();
        for (var each : grouping.aggregates().all()) {
            var nothing = each.aggregator().getValueEmpty();
            if (nothing != null) {
                row.add(each.result(), nothing);
            }
        }
        return row.build();
    }

    private Node answer(Known aggregate, Group group) {
        if (grouping.countsCells(aggregate)) {
            return NodeValue.makeInteger(group.count).asNode();
        }
        var of = Objects.requireNonNull(aggregate.of());
        return switch (aggregate.kind()) {
            case COUNT -> NodeValue.makeInteger(group.count).asNode();
            case COUNT_DISTINCT ->
                NodeValue.makeInteger(group.distinct.getOrDefault(of, Set.of()).size())
                        .asNode();
            // ARQ adds nothing to a single number, which stays the term that it was.
            case SUM ->
                group.count == 1
                        ? Decimals.node(Objects.requireNonNull(group.sums.get(of)))
                        : sum(group, of).asNode();
            case AVERAGE ->
                XSDFuncOp.numDivide(sum(group, of), NodeValue.makeInteger(group.count))
                        .asNode();
            case LEAST -> Decimals.node(Objects.requireNonNull(group.least.get(of)));
            case MOST -> Decimals.node(Objects.requireNonNull(group.most.get(of)));
        };
    }

    private static NodeValue sum(Group group, Var of) {
        return NodeValue.makeDecimal(Objects.requireNonNull(group.sums.get(of)));
    }
}
