package org.socialobservatory.ingest.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.warehouse.Warehouse;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Edition;

/**
 * How the cells of an edition differ from those of the one before it. Both have passed the gate, so no withheld value
 * is in it. Where a cell was read is no difference.
 *
 * @param added cells that are new
 * @param changed cells that say something else
 * @param gone cells that are no longer there
 * @param largest the changes between two numbers with the largest share of the number itself, largest first
 */
public record Difference(long added, long changed, long gone, List<Change> largest) {

    /** So many of the largest changes are kept. */
    private static final int KEPT = 20;

    public static final Difference NONE = new Difference(0, 0, 0, List.of());

    public Difference {
        largest = List.copyOf(largest);
    }

    public boolean isNone() {
        return added + changed + gone == 0;
    }

    /** Of a first edition: all its cells are new. */
    public static Difference first(long cells) {
        return new Difference(cells, 0, 0, List.of());
    }

    /** Between an edition that is kept and cells in canonical order. */
    public static Difference between(Warehouse warehouse, Edition.Id former, List<Cell> cells) {
        return between(warehouse, former, cells, _ -> {});
    }

    /** The same; every change is handed to a reader, in canonical order. */
    public static Difference between(
            Warehouse warehouse, Edition.Id former, List<Cell> cells, Consumer<? super Change> reader) {
        var comparison = new Comparison(cells, reader);
        warehouse.cells(former, comparison);
        return comparison.end();
    }

    /**
     * One cell that differs.
     *
     * @param before null for an added cell
     * @param after null for one that is gone
     */
    public record Change(
            CellKey key,
            @Nullable Observed before,
            @Nullable Observed after) {

        /** The change as a share of the larger of two numbers, from 0 to 2; 0 where there are not two numbers. */
        double share() {
            if (before instanceof Observed.Value one && after instanceof Observed.Value other) {
                var larger = one.number().abs().max(other.number().abs());
                return larger.signum() == 0 ? 0 : distance(one.number(), other.number()) / larger.doubleValue();
            }
            return 0;
        }

        private static double distance(BigDecimal one, BigDecimal other) {
            return one.subtract(other).abs().doubleValue();
        }
    }

    /** Goes through two editions side by side. */
    private static final class Comparison implements Consumer<Cell> {

        private static final Comparator<Change> LEAST_FIRST =
                Comparator.comparingDouble(Change::share).thenComparing(Change::key, Comparator.reverseOrder());

        private final List<Cell> cells;
        private final Consumer<? super Change> reader;
        private final PriorityQueue<Change> largest = new PriorityQueue<>(KEPT + 1, LEAST_FIRST);
        private int next;
        private long added;
        private long changed;
        private long gone;

        Comparison(List<Cell> cells, Consumer<? super Change> reader) {
            this.cells = cells;
            this.reader = reader;
        }

        @Override
        public void accept(Cell former) {
            while (next < cells.size() && cells.get(next).key().compareTo(former.key()) < 0) {
                add(cells.get(next++));
            }
            if (next < cells.size() && cells.get(next).key().equals(former.key())) {
                compare(former, cells.get(next++));
            } else {
                gone++;
                reader.accept(new Change(former.key(), former.observed(), null));
            }
        }

        private void add(Cell cell) {
            added++;
            reader.accept(new Change(cell.key(), null, cell.observed()));
        }

        private void compare(Cell former, Cell cell) {
            if (former.observed().equals(cell.observed())) {
                return;
            }
            changed++;
            var change = new Change(cell.key(), former.observed(), cell.observed());
            reader.accept(change);
            largest.add(change);
            if (largest.size() > KEPT) {
                largest.remove();
            }
        }

        Difference end() {
            while (next < cells.size()) {
                add(cells.get(next++));
            }
            var sorted = new ArrayList<>(largest);
            sorted.sort(LEAST_FIRST.reversed());
            return new Difference(added, changed, gone, sorted);
        }
    }
}
