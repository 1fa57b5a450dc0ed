package org.socialobservatory.api.ogc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.ogc.cql2.Queryable;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;

/**
 * In which order features are wanted: by properties, the first one first. What has no published value comes last whichever
 * way is asked for, so that its place tells nothing; equal ones stay in order of id.
 */
record SortOrder(List<Key> keys) {

    static final SortOrder NONE = new SortOrder(List.of());

    /** More than anybody reads by. */
    private static final int MOST_KEYS = 10;

    /** A property to sort by. */
    record Key(Queryable<Layer.Feature> property, boolean descending) {}

    private record Placed(Layer.Feature feature, List<@Nullable Object> values) {}

    /** Reads {@code sortby}: names with a sign before them; in an address a plus may arrive as a blank. */
    static SortOrder read(Parameters parameters, Fields fields) {
        var keys = new ArrayList<Key>();
        for (String written : parameters.many("sortby")) {
            var name = written.replaceFirst("^[+-]", "");
            var field = fields.find(name)
                    .orElseThrow(
                            () -> BadParameter.unknown(ProblemRule.UNKNOWN_PROPERTY, "sortby", name, fields.names()));
            keys.add(new Key(field.queryable(), written.startsWith("-")));
        }
        if (keys.size() > MOST_KEYS) {
            throw new BadParameter(ProblemRule.MALFORMED_VALUE, "sortby", Integer.toString(keys.size()), List.of());
        }
        return new SortOrder(keys);
    }

    List<Layer.Feature> sorted(List<Layer.Feature> features) {
        if (keys.isEmpty()) {
            return features;
        }
        var placed = new ArrayList<Placed>(features.size());
        for (var feature : features) {
            var values = new ArrayList<@Nullable Object>(keys.size());
            keys.forEach(key -> values.add(key.property().reading().of(feature)));
            placed.add(new Placed(feature, values));
        }
        placed.sort(order());
        return placed.stream().map(Placed::feature).toList();
    }

    private Comparator<Placed> order() {
        return (a, b) -> {
            for (int i = 0; i < keys.size(); i++) {
                int order =
                        order(a.values().get(i), b.values().get(i), keys.get(i).descending());
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private static int order(@Nullable Object a, @Nullable Object b, boolean descending) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        return descending ? Queryable.compare(b, a) : Queryable.compare(a, b);
    }
}
