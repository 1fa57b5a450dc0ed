package org.socialobservatory.ingest.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.socialobservatory.ontology.cube.Breakdown;

/** The domains of one breakdown: every area at every level, with every code. */
final class Domains {

    private final Hierarchy areas;
    private final List<Dimension> breakdown;
    private final int[] columns;
    private final Map<Key, Members> found = new LinkedHashMap<>();

    private record Key(String period, String area, List<String> codes) {}

    /** The groups of a domain as they come. */
    private static final class Members {
        private int[] groups = new int[8];
        private int size;

        private void add(int group) {
            if (size == groups.length) {
                groups = Arrays.copyOf(groups, 2 * size);
            }
            groups[size++] = group;
        }
    }

    private Domains(Hierarchy areas, List<Dimension> breakdown, List<Dimension> all) {
        this.areas = areas;
        this.breakdown = breakdown;
        columns = breakdown.stream().mapToInt(all::indexOf).toArray();
    }

    /**
     * The domains.
     *
     * @param all the dimensions whose codes the cells of the groups have
     */
    static List<Domain> of(Groups groups, Hierarchy areas, List<Dimension> breakdown, List<Dimension> all) {
        var domains = new Domains(areas, breakdown, all);
        var ofCell = new ArrayList<List<Members>>();
        groups.cells().forEach(cell -> ofCell.add(domains.of(cell)));
        for (int group = 0; group < groups.size(); group++) {
            for (var members : ofCell.get(groups.cell(group))) {
                members.add(group);
            }
        }
        domains.addEmpty(groups);
        return domains.list();
    }

    private List<Members> of(Groups.Cell cell) {
        var codes = new ArrayList<String>();
        for (int column : columns) {
            var code = cell.codes().get(column);
            if (code == null) {
                return List.of();
            }
            codes.add(code);
        }
        var area = cell.area() == null ? areas.top() : cell.area();
        if (area == null) {
            return List.of();
        }
        return areas.lineage(area).stream()
                .map(above -> found.computeIfAbsent(new Key(cell.period(), above, codes), _ -> new Members()))
                .toList();
    }

    /** Domains that could have somebody and have nobody are domains too. */
    private void addEmpty(Groups groups) {
        List<List<String>> crossed = List.of(List.of());
        for (int position = 0; position < columns.length; position++) {
            var wider = new ArrayList<List<String>>();
            for (var codes : crossed) {
                for (var code : codes(position, groups)) {
                    var longer = new ArrayList<>(codes);
                    longer.add(code);
                    wider.add(List.copyOf(longer));
                }
            }
            crossed = wider;
        }
        for (var period : groups.periods()) {
            for (var area : new TreeSet<>(areas.estimated())) {
                for (var codes : crossed) {
                    found.computeIfAbsent(new Key(period, area, codes), _ -> new Members());
                }
            }
        }
    }

    private Iterable<String> codes(int position, Groups groups) {
        var declared = breakdown.get(position).codes();
        if (!declared.isEmpty()) {
            return declared;
        }
        var occurring = new TreeSet<String>();
        for (var cell : groups.cells()) {
            var code = cell.codes().get(columns[position]);
            if (code != null) {
                occurring.add(code);
            }
        }
        return occurring;
    }

    private List<Domain> list() {
        var numbers = new HashMap<Key, Integer>();
        found.keySet().forEach(key -> numbers.put(key, numbers.size()));
        var list = new ArrayList<Domain>();
        found.forEach((key, members) -> list.add(new Domain(
                key.period(),
                key.area(),
                text(key.codes()),
                Arrays.copyOf(members.groups, members.size),
                parent(key, numbers),
                areas.estimated().contains(key.area()) && declared(key.codes()))));
        return list;
    }

    private int parent(Key key, Map<Key, Integer> numbers) {
        var above = areas.parents().get(key.area());
        return above == null ? -1 : numbers.getOrDefault(new Key(key.period(), above, key.codes()), -1);
    }

    /** A code that occurs but was not declared has no cell. */
    private boolean declared(List<String> codes) {
        for (int position = 0; position < columns.length; position++) {
            var declared = breakdown.get(position).codes();
            if (!declared.isEmpty() && !declared.contains(codes.get(position))) {
                return false;
            }
        }
        return true;
    }

    private String text(List<String> codes) {
        var named = new TreeMap<String, String>();
        for (int position = 0; position < columns.length; position++) {
            named.put(breakdown.get(position).code(), codes.get(position));
        }
        return Breakdown.of(named).toString();
    }
}
