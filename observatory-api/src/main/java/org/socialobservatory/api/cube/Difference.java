package org.socialobservatory.api.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.cube.Observed;

/** What changed from one edition to the next, cell by cell, as a table. */
final class Difference {

    private static final List<String> KEY = List.of("indicator", "area", "period");
    private static final List<String> REST =
            List.of("change", "valueBefore", "valueAfter", "statusBefore", "statusAfter");

    private final @Nullable Block before;
    private final Block after;
    private final SortedSet<String> dimensions;
    private final CsvTable table;

    private Difference(@Nullable Block before, Block after, SortedSet<String> dimensions, CsvTable table) {
        this.before = before;
        this.after = after;
        this.dimensions = dimensions;
        this.table = table;
    }

    /** @param former null before the first edition: then every cell is added */
    static void write(@Nullable PublishedDataset former, PublishedDataset later, CsvTable table) {
        var dimensions = ObservationRow.dimensions(former == null ? List.of(later) : List.of(former, later));
        var names = new ArrayList<>(KEY);
        names.addAll(dimensions);
        names.addAll(REST);
        table.line(names);
        new Difference(former == null ? null : former.block(), later.block(), dimensions, table).runs();
    }

    /** Both blocks stand in canonical order: one pass over both. */
    private void runs() {
        var former = before == null ? List.<Run>of() : before.runs();
        var later = after.runs();
        int one = 0;
        int other = 0;
        while (one < former.size() || other < later.size()) {
            int order =
                    one == former.size() ? 1 : other == later.size() ? -1 : compare(former.get(one), later.get(other));
            cells(order <= 0 ? former.get(one++) : null, order >= 0 ? later.get(other++) : null);
        }
    }

    private static int compare(Run one, Run other) {
        int byIndicator = one.indicator().compareTo(other.indicator());
        if (byIndicator != 0) {
            return byIndicator;
        }
        int byBreakdown = one.breakdown().toString().compareTo(other.breakdown().toString());
        return byBreakdown != 0
                ? byBreakdown
                : one.period().code().compareTo(other.period().code());
    }

    private void cells(@Nullable Run former, @Nullable Run later) {
        int one = former == null ? 0 : former.from();
        int oneEnd = former == null ? 0 : former.to();
        int other = later == null ? 0 : later.from();
        int otherEnd = later == null ? 0 : later.to();
        while (one < oneEnd || other < otherEnd) {
            int order =
                    one == oneEnd ? 1 : other == otherEnd ? -1 : areaBefore(one).compareTo(after.area(other));
            if (order < 0) {
                row(former, areaBefore(one), observedBefore(one++), null);
            } else if (order > 0) {
                row(later, after.area(other), null, after.observed(other++));
            } else {
                row(later, after.area(other), observedBefore(one++), after.observed(other++));
            }
        }
    }

    private String areaBefore(int cell) {
        return before == null ? "" : before.area(cell);
    }

    private @Nullable Observed observedBefore(int cell) {
        return before == null ? null : before.observed(cell);
    }

    private void row(@Nullable Run run, String area, @Nullable Observed was, @Nullable Observed is) {
        if (run == null || (was != null && was.equals(is))) {
            return;
        }
        var row = new ArrayList<String>();
        row.add(run.indicator());
        row.add(area);
        row.add(run.period().code());
        dimensions.forEach(dimension -> row.add(run.breakdown().code(dimension)));
        row.add(was == null ? "added" : is == null ? "gone" : "changed");
        row.add(number(was));
        row.add(number(is));
        row.add(was == null ? "" : was.statusName());
        row.add(is == null ? "" : is.statusName());
        table.line(row);
    }

    private static String number(@Nullable Observed observed) {
        return observed instanceof Observed.Value value ? Numbers.text(value.number()) : "";
    }
}
