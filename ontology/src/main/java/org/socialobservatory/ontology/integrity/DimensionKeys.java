package org.socialobservatory.ontology.integrity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Finds observations of a dataset that have the same value for every dimension that both have, IC-12 and IC-17. Those
 * with the same dimensions meet in a table by their values; tables of different dimensions are few, for an observation
 * without one of its dimensions is a fault, and are compared by what they have in common.
 */
final class DimensionKeys {

    /** In place of several values, which are equal to nothing, themselves included. */
    private static final class Several {}

    /** Observations with the same dimensions. */
    private record Table(
            List<Node> dimensions, List<List<Object>> rows, List<Integer> weights, List<Node> observations) {}

    private final Map<List<Node>, Table> tables = new LinkedHashMap<>();

    /** @param weight as how many observations this one counts */
    void add(Node observation, Map<Node, Set<Node>> said, List<Node> dimensions, int weight) {
        var present = new ArrayList<Node>();
        var values = new ArrayList<Object>();
        for (Node dimension : dimensions) {
            var its = said.getOrDefault(dimension, Set.of());
            if (!its.isEmpty()) {
                present.add(dimension);
                values.add(its.size() == 1 ? its.iterator().next().getIndexingValue() : new Several());
            }
        }
        var table = tables.computeIfAbsent(
                present, _ -> new Table(present, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        table.rows.add(values);
        table.weights.add(weight);
        table.observations.add(observation);
    }

    /** What comes of an observation and of how many it meets, itself included where it equals itself. */
    @FunctionalInterface
    interface Meeting {
        void of(Node observation, int weight, long met, boolean comparable);
    }

    void meet(Meeting meeting) {
        for (Table table : tables.values()) {
            var met = new long[table.rows.size()];
            for (Table other : tables.values()) {
                var common = table.dimensions.stream()
                        .filter(other.dimensions::contains)
                        .toList();
                var counts = counts(other, common);
                for (int row = 0; row < met.length; row++) {
                    met[row] += counts.getOrDefault(projected(table, row, common), 0L);
                }
            }
            for (int row = 0; row < met.length; row++) {
                meeting.of(table.observations.get(row), table.weights.get(row), met[row], !table.dimensions.isEmpty());
            }
        }
    }

    private static Map<List<Object>, Long> counts(Table table, List<Node> common) {
        var counts = new HashMap<List<Object>, Long>();
        for (int row = 0; row < table.rows.size(); row++) {
            counts.merge(projected(table, row, common), (long) table.weights.get(row), Long::sum);
        }
        return counts;
    }

    private static List<Object> projected(Table table, int row, List<Node> common) {
        if (common.size() == table.dimensions.size()) {
            return table.rows.get(row);
        }
        var values = new ArrayList<Object>(common.size());
        for (Node dimension : common) {
            values.add(table.rows.get(row).get(table.dimensions.indexOf(dimension)));
        }
        return values;
    }
}
