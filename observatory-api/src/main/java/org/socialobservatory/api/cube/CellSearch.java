package org.socialobservatory.api.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Selection;

/** Finds the cells of a page: datasets in order of code, cells in canonical order. */
final class CellSearch {

    /** In a run of more cells than this for each area asked for, areas are looked up one by one. */
    private static final int FEW = 16;

    /** Where a page begins. */
    record Position(String dataset, int cell) {
        static final Position START = new Position("", 0);

        @Override
        public String toString() {
            return dataset + ":" + cell;
        }

        /** Reads what {@link #toString()} writes; null for anything else. */
        static @Nullable Position parse(String text) {
            int colon = text.indexOf(':');
            return colon > 0 && text.substring(colon + 1).matches("[0-9]{1,9}")
                    ? new Position(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)))
                    : null;
        }
    }

    /** Some cells of a dataset. */
    record Slice(PublishedDataset dataset, List<Integer> cells) {}

    /**
     * The cells of one page.
     *
     * @param next where the next page begins, null after the last
     */
    record Page(List<Slice> slices, @Nullable Position next) {}

    private final Selection selection;
    private final int limit;
    private final List<Slice> slices = new ArrayList<>();
    private int found;
    private @Nullable Position next;

    private CellSearch(Selection selection, int limit) {
        this.selection = selection;
        this.limit = limit;
    }

    static Page find(List<PublishedDataset> datasets, Selection selection, Position from, int limit) {
        var search = new CellSearch(selection, limit);
        for (var dataset : datasets) {
            int order = dataset.code().compareTo(from.dataset());
            if (order >= 0 && search.next == null) {
                search.search(dataset, order == 0 ? from.cell() : 0);
            }
        }
        return new Page(search.slices, search.next);
    }

    private void search(PublishedDataset dataset, int from) {
        var slice = new Slice(dataset, new ArrayList<>());
        slices.add(slice);
        var wanted = selection.areas() == null ? null : indexes(dataset.block(), selection.areas());
        for (var run : dataset.block().runs()) {
            if (next != null) {
                return;
            }
            if (run.to() > from && selection.takes(run)) {
                search(slice, run, Math.max(run.from(), from), wanted);
            }
        }
    }

    private static int[] indexes(Block block, Set<String> areas) {
        return areas.stream()
                .mapToInt(block::areaIndexOf)
                .filter(index -> index >= 0)
                .sorted()
                .toArray();
    }

    private void search(Slice slice, Run run, int from, int @Nullable [] wanted) {
        var block = slice.dataset().block();
        if (wanted != null && (long) wanted.length * FEW < run.to() - run.from()) {
            for (int area : wanted) {
                int cell = block.find(run, area).orElse(-1);
                if (cell >= from && !take(slice, cell)) {
                    return;
                }
            }
            return;
        }
        for (int cell = from; cell < run.to(); cell++) {
            boolean takes = wanted == null || Arrays.binarySearch(wanted, block.areaIndex(cell)) >= 0;
            if (takes && !take(slice, cell)) {
                return;
            }
        }
    }

    /** Returns false when the page is full. */
    private boolean take(Slice slice, int cell) {
        if (found == limit) {
            next = new Position(slice.dataset().code(), cell);
            return false;
        }
        slice.cells().add(cell);
        found++;
        return true;
    }
}
