package org.socialobservatory.ingest.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.socialobservatory.ingest.mapping.CellColumns;
import org.socialobservatory.ingest.mapping.CellColumns.Dictionary;
import org.socialobservatory.ingest.mapping.Figure;
import org.socialobservatory.ingest.mapping.Known;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ingest.mapping.description.ResourceDescription;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Indicator;

/** Puts cells into their canonical order, each key once, and refuses two values for one key. */
public final class CellCheck {

    private final CellColumns cells;
    private final List<FigureCheck> figures;
    private final List<RowFindings> findings;
    private final List<ResourceDescription> resources;
    private final Indicator[] indicators;
    private final IdentityHashMap<Figure, Observed> plain = new IdentityHashMap<>();
    private final Map<Integer, long[]> repeated = new TreeMap<>();

    /**
     * @param resources of the package, by position
     * @param findings of the resources, by position
     */
    public CellCheck(CellColumns cells, Known known, List<ResourceDescription> resources, List<RowFindings> findings) {
        this.cells = cells;
        this.resources = resources;
        this.findings = findings;
        this.figures = new ArrayList<>();
        for (int i = 0; i < resources.size(); i++) {
            figures.add(new FigureCheck(resources.get(i).meaning(), findings.get(i)));
        }
        this.indicators = new Indicator[cells.indicators().size()];
        for (int i = 0; i < indicators.length; i++) {
            indicators[i] = known.indicator(cells.indicators().text(i)).orElseThrow();
        }
    }

    /** The cells that stand, in canonical order. */
    public List<Cell> cells() {
        var order = new Order(cells).sorted();
        var found = new ArrayList<Cell>(order.length);
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && sameKey(order[from], order[to])) {
                to++;
            }
            take(order, from, to, found);
            from = to;
        }
        repeated.forEach((resource, counts) -> {
            var rows = findings.get(resource);
            rows.findings()
                    .add(
                            FindingRule.DUPLICATE_ROWS,
                            rows.place(),
                            null,
                            String.valueOf(counts[0]),
                            String.valueOf(counts[1]));
        });
        return found;
    }

    private boolean sameKey(int first, int second) {
        return cells.area(first) == cells.area(second)
                && cells.indicator(first) == cells.indicator(second)
                && cells.breakdown(first) == cells.breakdown(second)
                && cells.period(first) == cells.period(second);
    }

    private void take(int[] order, int from, int to, List<Cell> found) {
        int first = order[from];
        boolean one = true;
        for (int i = from + 1; i < to; i++) {
            if (!same(cells.figure(first), cells.figure(order[i]))) {
                twoValues(first, order[i]);
                one = false;
            }
        }
        if (!one) {
            return;
        }
        if (to - from > 1) {
            var counts = repeated.computeIfAbsent(cells.resource(order[to - 1]), _ -> new long[2]);
            counts[0]++;
            counts[1] += to - from - 1;
        }
        if (!findings.get(cells.resource(first)).refuses(cells.row(first))) {
            cell(first, found);
        }
    }

    private void cell(int cell, List<Cell> found) {
        var figure = cells.figure(cell);
        var indicator = indicators[cells.indicator(cell)];
        var check = figures.get(cells.resource(cell));
        if (check.holds(figure, indicator, cells.row(cell))) {
            found.add(new Cell(
                    key(cell),
                    check.isPlain(figure)
                            ? plain.computeIfAbsent(figure, one -> check.observed(one, indicator))
                            : check.observed(figure, indicator),
                    new Cell.Origin(cells.resource(cell), cells.row(cell))));
        }
    }

    private CellKey key(int cell) {
        return new CellKey(
                cells.indicators().text(cells.indicator(cell)),
                cells.breakdowns().text(cells.breakdown(cell)),
                cells.periods().text(cells.period(cell)),
                cells.areas().text(cells.area(cell)));
    }

    /** Whether two rows say the same; {@code 27} and {@code 27.0} are one number. */
    private static boolean same(Figure first, Figure second) {
        if (first instanceof Figure.Stated one && second instanceof Figure.Stated other) {
            return one.status() == other.status()
                    && one.number().compareTo(other.number()) == 0
                    && one.uncertainty().equals(other.uncertainty());
        }
        return first.equals(second);
    }

    /** Names the key and both rows, never a value: the gate may withhold the cell. */
    private void twoValues(int first, int second) {
        var key = key(first);
        var rows = findings.get(cells.resource(second));
        findings.get(cells.resource(first)).refuse(cells.row(first), FindingRule.TWO_VALUES);
        rows.add(
                FindingRule.TWO_VALUES,
                cells.row(second),
                null,
                null,
                "%s, %s, %s, %s".formatted(key.indicator(), key.area(), key.period(), key.breakdown()),
                at(first),
                at(second));
    }

    private String at(int cell) {
        return resources.get(cells.resource(cell)).name() + ":" + cells.row(cell);
    }

    /** Sorts by ranks of codes packed into one number; text is compared once for each code. */
    private static final class Order {
        private final CellColumns cells;
        private final int[] indicator;
        private final int[] breakdown;
        private final int[] period;
        private final int[] area;

        Order(CellColumns cells) {
            this.cells = cells;
            this.indicator = ranks(cells.indicators());
            this.breakdown = ranks(cells.breakdowns());
            this.period = ranks(cells.periods());
            this.area = ranks(cells.areas());
        }

        private static int[] ranks(Dictionary dictionary) {
            var positions = new Integer[dictionary.size()];
            Arrays.setAll(positions, i -> i);
            Arrays.sort(positions, Comparator.comparing(dictionary::text));
            var ranks = new int[positions.length];
            for (int rank = 0; rank < positions.length; rank++) {
                ranks[positions[rank]] = rank;
            }
            return ranks;
        }

        private static int bits(int count) {
            return 32 - Integer.numberOfLeadingZeros(Math.max(1, count));
        }

        int[] sorted() {
            int size = cells.size();
            int needed = bits(indicator.length) + bits(breakdown.length) + bits(period.length) + bits(area.length);
            if (needed + bits(size) < Long.SIZE) {
                return packed(size);
            }
            var order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(
                    order,
                    Comparator.<Integer>comparingInt(cell -> indicator[cells.indicator(cell)])
                            .thenComparingInt(cell -> breakdown[cells.breakdown(cell)])
                            .thenComparingInt(cell -> period[cells.period(cell)])
                            .thenComparingInt(cell -> area[cells.area(cell)]));
            return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        }

        private int[] packed(int size) {
            var keys = new long[size];
            for (int i = 0; i < size; i++) {
                long key = indicator[cells.indicator(i)];
                key = key << bits(breakdown.length) | breakdown[cells.breakdown(i)];
                key = key << bits(period.length) | period[cells.period(i)];
                key = key << bits(area.length) | area[cells.area(i)];
                keys[i] = key << bits(size) | i;
            }
            Arrays.sort(keys);
            var order = new int[size];
            long mask = (1L << bits(size)) - 1;
            for (int i = 0; i < size; i++) {
                order[i] = (int) (keys[i] & mask);
            }
            return order;
        }
    }
}
