package org.socialobservatory.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.socialobservatory.api.Visitor;

/**
 * Areas by what their figures are: whatever is asked of them, and in whatever order, the answer follows from the figures
 * that are told. A withheld figure is neither greater than a number nor not, nor equal to itself.
 */
record FilterDoors(Visitor visitor, String base, String dataset) {

    void hold(Told told) {
        for (var column : told.columns().entrySet()) {
            for (var level : InventedSurvey.LEVELS) {
                var keys = new TreeMap<>(column.getValue());
                keys.keySet().removeIf(area -> !InventedSurvey.level(area).equals(level));
                if (keys.values().stream().anyMatch(told::isWithheld)) {
                    hold(column.getKey(), level, values(keys, told));
                }
            }
        }
    }

    private static Map<String, BigDecimal> values(Map<String, String> keys, Told told) {
        var values = new TreeMap<String, BigDecimal>();
        keys.forEach((area, key) -> {
            var value = told.said(key, "value");
            if (!value.isEmpty()) {
                values.put(area, new BigDecimal(value));
            }
        });
        return values;
    }

    private void hold(Told.Column column, String level, Map<String, BigDecimal> values) {
        var items = base + "/ogc/collections/areas-" + level + "/items?f=json&limit=1000&properties=code&dataset="
                + dataset + column.parameters();
        var all = codes(items, "");
        var known = all.stream().filter(values::containsKey).toList();
        var unknown = all.stream().filter(area -> !values.containsKey(area)).toList();
        var name = column.indicator().replace('-', '_');
        assertThat(found(items, name + " IS NULL")).isEqualTo(unknown);
        for (var always : List.of("{} IS NOT NULL", "{} * 0 = 0", "{}_reliability LIKE '%'", "NOT {} < {}")) {
            assertThat(found(items, always.replace("{}", name))).as(always).isEqualTo(known);
        }
        for (var never : List.of("{} <> {}", "NOT {} = {}")) {
            assertThat(found(items, never.replace("{}", name))).as(never).isEmpty();
        }
        for (var limit : limits(values)) {
            holds(items, name + " > " + limit.toPlainString(), values, value -> value.compareTo(limit) > 0);
            holds(
                    items,
                    "NOT (" + name + " > " + limit.toPlainString() + ")",
                    values,
                    value -> value.compareTo(limit) <= 0);
        }
        var ascending = Stream.concat(known.stream().sorted(Comparator.comparing(values::get)), unknown.stream())
                .toList();
        assertThat(codes(items, "&sortby=" + name)).isEqualTo(ascending);
        var descending = Stream.concat(
                        known.stream()
                                .sorted(Comparator.comparing((String area) -> values.get(area))
                                        .reversed()),
                        unknown.stream())
                .toList();
        assertThat(codes(items, "&sortby=-" + name)).isEqualTo(descending);
    }

    /** A middle told value, and less than any. */
    private static List<BigDecimal> limits(Map<String, BigDecimal> values) {
        var sorted = values.values().stream().sorted().toList();
        var limits = new ArrayList<>(List.of(BigDecimal.ONE.negate()));
        if (!sorted.isEmpty()) {
            limits.add(sorted.get(sorted.size() / 2));
        }
        return limits;
    }

    private void holds(String items, String filter, Map<String, BigDecimal> values, Predicate<BigDecimal> condition) {
        var expected = values.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(found(items, filter)).as(filter).isEqualTo(expected);
    }

    private List<String> found(String items, String filter) {
        return codes(items, "&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    private List<String> codes(String items, String further) {
        var answer = visitor.get(items + further);
        assertThat(answer.status()).as(further + answer.body()).isEqualTo(200);
        var codes = new ArrayList<String>();
        answer.json()
                .get("features")
                .forEach(feature -> codes.add(feature.get("id").asString()));
        assertThat(answer.json().get("numberMatched").asInt()).isEqualTo(codes.size());
        return codes;
    }
}
