package org.socialobservatory.api.snapshot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.Block.RunKey;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.period.Period;

/** Makes a {@link Block} of cells handed over in canonical order. */
public final class BlockBuilder implements Consumer<Cell> {

    private final List<Run> runs = new ArrayList<>();
    private final Map<String, Integer> areaCodes = new HashMap<>();
    private final Map<String, Breakdown> breakdowns = new HashMap<>();
    private final Map<String, Period> periods = new HashMap<>();
    private final UncertaintyColumns uncertainty = new UncertaintyColumns();
    private int[] area;
    private long[] unscaled;
    private short[] scale;
    private byte[] state;
    private short[] originResource;
    private int[] originRow;
    private int size;
    private int runStart;
    private @Nullable CellKey last;

    /** @param expected number of cells, if known; the columns grow where there are more */
    public BlockBuilder(int expected) {
        int capacity = Math.max(16, expected);
        area = new int[capacity];
        unscaled = new long[capacity];
        scale = new short[capacity];
        state = new byte[capacity];
        originResource = new short[capacity];
        originRow = new int[capacity];
    }

    @Override
    public void accept(Cell cell) {
        var key = cell.key();
        if (last != null) {
            if (last.compareTo(key) >= 0) {
                throw new IllegalArgumentException("Cells out of order: " + last + " before " + key);
            }
            if (!sameRun(last, key)) {
                closeRun(last);
            }
        }
        last = key;
        if (size == area.length) {
            resize(size * 2);
        }
        area[size] = areaCodes.computeIfAbsent(key.area(), _ -> areaCodes.size());
        state[size] = Block.state(cell.observed());
        if (cell.observed() instanceof Observed.Value value) {
            number(value.number());
            uncertainty.set(size, value.uncertainty());
        }
        originResource[size] = (short) cell.origin().resource();
        originRow[size] = cell.origin().row();
        size++;
    }

    private void number(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        unscaled[size] = stripped.unscaledValue().longValueExact();
        scale[size] = (short) stripped.scale();
    }

    private static boolean sameRun(CellKey one, CellKey other) {
        return one.indicator().equals(other.indicator())
                && one.breakdown().equals(other.breakdown())
                && one.period().equals(other.period());
    }

    private void closeRun(CellKey key) {
        runs.add(new Run(
                runs.size(),
                key.indicator(),
                breakdowns.computeIfAbsent(key.breakdown(), Breakdown::parse),
                periods.computeIfAbsent(key.period(), Period::of),
                runStart,
                size));
        runStart = size;
    }

    private void resize(int capacity) {
        area = Arrays.copyOf(area, capacity);
        unscaled = Arrays.copyOf(unscaled, capacity);
        scale = Arrays.copyOf(scale, capacity);
        state = Arrays.copyOf(state, capacity);
        originResource = Arrays.copyOf(originResource, capacity);
        originRow = Arrays.copyOf(originRow, capacity);
    }

    public Block build() {
        if (last != null && runStart < size) {
            closeRun(last);
        }
        if (area.length != size) {
            resize(size);
        }
        uncertainty.trim(size);
        return new Block(this);
    }

    List<Run> runs() {
        return runs;
    }

    Map<RunKey, Run> runsByKey() {
        var byKey = new HashMap<RunKey, Run>();
        runs.forEach(run -> byKey.put(
                new RunKey(
                        run.indicator(),
                        run.breakdown().toString(),
                        run.period().code()),
                run));
        return byKey;
    }

    Map<String, List<Run>> runsByIndicator() {
        var byIndicator = new LinkedHashMap<String, List<Run>>();
        runs.forEach(run -> byIndicator
                .computeIfAbsent(run.indicator(), _ -> new ArrayList<>())
                .add(run));
        return byIndicator;
    }

    /** The area codes ascending; the area column is renumbered to match. */
    String[] areas() {
        var sorted = new TreeMap<>(areaCodes);
        var renumbered = new int[sorted.size()];
        int next = 0;
        for (int former : sorted.values()) {
            renumbered[former] = next++;
        }
        for (int cell = 0; cell < size; cell++) {
            area[cell] = renumbered[area[cell]];
        }
        areaCodes.clear();
        return sorted.keySet().toArray(String[]::new);
    }

    int[] area() {
        return area;
    }

    long[] unscaled() {
        return unscaled;
    }

    short[] scale() {
        return scale;
    }

    byte[] state() {
        return state;
    }

    short[] originResource() {
        return originResource;
    }

    int[] originRow() {
        return originRow;
    }

    UncertaintyColumns uncertainty() {
        return uncertainty;
    }
}
