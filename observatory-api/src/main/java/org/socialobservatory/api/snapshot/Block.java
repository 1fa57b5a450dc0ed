package org.socialobservatory.api.snapshot;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.Cell.Origin;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.period.Period;

/**
 * The cells of one edition in columns. Cells stand in canonical order, so that those of one indicator, breakdown and
 * period form a {@link Run} in which the areas ascend; a second order by area serves the look-up of one area. Numbers
 * are kept as scaled longs. A cell is named by its position, from 0.
 */
public final class Block {

    private static final List<Status> STATUSES = List.of(Status.values());
    private static final List<Reliability> RELIABILITIES = List.of(Reliability.values());
    /** State of a cell without a number; other states are status × reliability. */
    static final byte WITHHELD = -1;

    static final byte MISSING = -2;

    /**
     * The cells of one indicator, breakdown and period.
     *
     * @param index position among the runs
     * @param from first cell
     * @param to cell after the last
     */
    public record Run(int index, String indicator, Breakdown breakdown, Period period, int from, int to) {}

    /** Indicator, breakdown and period: what a run is found by. */
    record RunKey(String indicator, String breakdown, String period) {}

    private final List<Run> runs;
    private final int[] runStarts;
    private final Map<RunKey, Run> runsByKey;
    private final Map<String, List<Run>> runsByIndicator;
    private final String[] areas;
    private final int[] area;
    private final long[] unscaled;
    private final short[] scale;
    private final byte[] state;
    private final short[] originResource;
    private final int[] originRow;
    private final UncertaintyColumns uncertainty;
    private final int[] byArea;
    private final int[] areaStarts;

    Block(BlockBuilder built) {
        runs = List.copyOf(built.runs());
        runStarts = runs.stream().mapToInt(Run::from).toArray();
        runsByKey = built.runsByKey();
        runsByIndicator = built.runsByIndicator();
        areas = built.areas();
        area = built.area();
        unscaled = built.unscaled();
        scale = built.scale();
        state = built.state();
        originResource = built.originResource();
        originRow = built.originRow();
        uncertainty = built.uncertainty();
        areaStarts = new int[areas.length + 1];
        byArea = orderByArea();
    }

    /** Counting sort, stable: the cells of an area keep their canonical order. */
    private int[] orderByArea() {
        for (int code : area) {
            areaStarts[code + 1]++;
        }
        for (int i = 0; i < areas.length; i++) {
            areaStarts[i + 1] += areaStarts[i];
        }
        var next = areaStarts.clone();
        var order = new int[area.length];
        for (int cell = 0; cell < area.length; cell++) {
            order[next[area[cell]]++] = cell;
        }
        return order;
    }

    public int size() {
        return area.length;
    }

    /** All runs in canonical order. */
    public List<Run> runs() {
        return runs;
    }

    /** The runs of an indicator in canonical order. */
    public List<Run> runs(String indicator) {
        return runsByIndicator.getOrDefault(indicator, List.of());
    }

    public @Nullable Run run(String indicator, String breakdown, String period) {
        return runsByKey.get(new RunKey(indicator, breakdown, period));
    }

    /** The run that holds a cell. */
    public Run runOf(int cell) {
        Objects.checkIndex(cell, area.length);
        int found = Arrays.binarySearch(runStarts, cell);
        return runs.get(found >= 0 ? found : -found - 2);
    }

    /** The codes of all areas that have a cell, ascending; {@link #areaIndex} points into it. */
    public List<String> areas() {
        return List.of(areas);
    }

    /** The position of an area's code in {@link #areas()}, negative where it has no cell. */
    public int areaIndexOf(String code) {
        return Arrays.binarySearch(areas, code);
    }

    public int areaIndex(int cell) {
        return area[cell];
    }

    public String area(int cell) {
        return areas[area[cell]];
    }

    /** How many cells an area has. */
    public int cellsOfArea(int areaIndex) {
        return areaStarts[areaIndex + 1] - areaStarts[areaIndex];
    }

    /** The n-th cell of an area in canonical order, from 0. */
    public int cellOfArea(int areaIndex, int n) {
        return byArea[areaStarts[areaIndex] + Objects.checkIndex(n, cellsOfArea(areaIndex))];
    }

    /** The cell of an area in a run. */
    public OptionalInt find(Run run, int areaIndex) {
        int found = areaIndex < 0 ? -1 : Arrays.binarySearch(area, run.from(), run.to(), areaIndex);
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    public OptionalInt find(CellKey key) {
        var run = run(key.indicator(), key.breakdown(), key.period());
        return run == null ? OptionalInt.empty() : find(run, areaIndexOf(key.area()));
    }

    public CellKey key(int cell) {
        var run = runOf(cell);
        return new CellKey(
                run.indicator(), run.breakdown().toString(), run.period().code(), area(cell));
    }

    public boolean isValue(int cell) {
        return state[cell] >= 0;
    }

    public boolean isWithheld(int cell) {
        return state[cell] == WITHHELD;
    }

    /** The number of a cell that has one. */
    public BigDecimal number(int cell) {
        if (!isValue(cell)) {
            throw new IllegalArgumentException("Cell " + cell + " has no value");
        }
        var number = BigDecimal.valueOf(unscaled[cell], scale[cell]);
        return scale[cell] < 0 ? number.setScale(0) : number;
    }

    /** The digits of a cell's number, which has one: {@code unscaled × 10^-scale}, without zeros at the end. */
    public long unscaled(int cell) {
        return unscaled[cell];
    }

    /** The decimals of {@link #unscaled}; negative for multiples of ten. */
    public int scale(int cell) {
        return scale[cell];
    }

    /** What cells that are alike share, from 0 to 255; see {@link #states()}. */
    public int state(int cell) {
        return Byte.toUnsignedInt(state[cell]);
    }

    /** The number of a cell as the nearest double, NaN where there is none. */
    public double approximately(int cell) {
        return isValue(cell) ? number(cell).doubleValue() : Double.NaN;
    }

    public Status status(int cell) {
        return STATUSES.get(state[cell] / RELIABILITIES.size());
    }

    public Reliability reliability(int cell) {
        return RELIABILITIES.get(state[cell] % RELIABILITIES.size());
    }

    public Observed observed(int cell) {
        return switch (state[cell]) {
            case WITHHELD -> Observed.Withheld.CELL;
            case MISSING -> Observed.Missing.CELL;
            default -> new Observed.Value(number(cell), status(cell), uncertainty.at(cell), reliability(cell));
        };
    }

    /**
     * A cell of each state that occurs: whether it has a value, is withheld or missing, its status and reliability.
     *
     * @param cell the first of them
     * @param cells how many there are
     */
    public record Alike(int cell, int cells) {}

    /** All states that occur. */
    public List<Alike> states() {
        var counts = new int[1 << Byte.SIZE];
        var first = new int[1 << Byte.SIZE];
        for (int cell = 0; cell < state.length; cell++) {
            int its = Byte.toUnsignedInt(state[cell]);
            if (counts[its]++ == 0) {
                first[its] = cell;
            }
        }
        return IntStream.range(0, counts.length)
                .filter(its -> counts[its] > 0)
                .mapToObj(its -> new Alike(first[its], counts[its]))
                .toList();
    }

    static byte state(Observed observed) {
        return switch (observed) {
            case Observed.Value value ->
                (byte) (STATUSES.indexOf(value.status()) * RELIABILITIES.size()
                        + RELIABILITIES.indexOf(value.reliability()));
            case Observed.Withheld _ -> WITHHELD;
            case Observed.Missing _ -> MISSING;
        };
    }

    public boolean hasUncertainty() {
        return !uncertainty.isEmpty();
    }

    /** Whether any cell has this part. */
    public boolean has(UncertaintyPart part) {
        return uncertainty.has(part);
    }

    /** A part of the uncertainty of a cell, null where it is not known. */
    public @Nullable BigDecimal uncertainty(UncertaintyPart part, int cell) {
        return uncertainty.number(part, cell);
    }

    /** Where in the package the cell was read. */
    public Origin origin(int cell) {
        return new Origin(originResource[cell], originRow[cell]);
    }

    /** Bytes held by the columns and indexes; dictionaries and run table counted by their references. */
    public long bytes() {
        long perCell = Integer.BYTES + Long.BYTES + Short.BYTES + Byte.BYTES + Short.BYTES + 2 * Integer.BYTES;
        return perCell * size() + uncertainty.bytes() + 8L * (areas.length + 6L * runs.size());
    }

    /** The canonical number of a stored double, for columns that few cells have. */
    static @Nullable BigDecimal stored(double number) {
        return Double.isNaN(number) ? null : Numbers.ofStored(number);
    }
}
