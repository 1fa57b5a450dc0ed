package org.socialobservatory.ingest.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.socialobservatory.ontology.cube.CellKey;

/**
 * The households behind figures. Different clusters have different households, so that only where a figure rests on fewer
 * clusters than the rule of disclosure asks households for are they counted one by one.
 */
final class Households {

    /** What the rule of disclosure asks for ({@code statistics.md} §5). */
    private static final int FEW = 3;

    /** The same households are behind all indicators with the same respondents. */
    private static final String ANY = "any";

    private final Plan plan;
    private final Base base;
    private final Extremes extremes;
    private final Grouping grouping;
    private final Hierarchy areas;

    Households(Plan plan, Base base, Extremes extremes, Grouping grouping, Hierarchy areas) {
        this.plan = plan;
        this.base = base;
        this.extremes = extremes;
        this.grouping = grouping;
        this.areas = areas;
    }

    /** How many are behind each result. */
    long[] of(ResponseTable table, List<Result> results) {
        var counts = new long[results.size()];
        var wanted = new HashMap<String, List<Integer>>();
        for (int index = 0; index < counts.length; index++) {
            var moments = results.get(index).moments();
            int clusters = moments.members().cardinality();
            counts[index] = extremes.households() == 0 ? Math.round(moments.persons()) : clusters;
            boolean exact = base.unitsAreHouseholds(extremes) || extremes.households() == 0;
            if (!exact && clusters > 0 && clusters < FEW) {
                wanted.computeIfAbsent(results.get(index).measure().member(), _ -> new ArrayList<>())
                        .add(index);
            }
        }
        wanted.forEach((member, few) -> count(table, member, few, results, counts));
        return counts;
    }

    private void count(ResponseTable table, String member, List<Integer> few, List<Result> results, long[] counts) {
        var groups = grouping.byHousehold(table, member);
        var dimensions = List.copyOf(plan.dimensions().keySet());
        var breakdowns = new HashSet<List<Dimension>>();
        few.forEach(index -> breakdowns.addAll(results.get(index).measure().breakdowns()));
        var found = new HashMap<CellKey, Long>();
        for (var breakdown : breakdowns) {
            for (var domain : Domains.of(groups, areas, breakdown, dimensions)) {
                found.put(domain.key(ANY), distinct(groups, domain));
            }
        }
        for (int index : few) {
            counts[index] = found.getOrDefault(results.get(index).domain().key(ANY), 0L);
        }
    }

    private static long distinct(Groups groups, Domain domain) {
        return Arrays.stream(domain.groups())
                .mapToDouble(groups::value)
                .distinct()
                .count();
    }
}
