package org.socialobservatory.api.cube.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.cube.CsvLines;
import org.socialobservatory.api.cube.ObservationRow;
import org.socialobservatory.api.snapshot.Changes;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.cube.Observed;

/** What changed from one edition to the next, as a table. */
final class DifferenceTable {

    private static final List<String> KEY = List.of("indicator", "area", "period");
    private static final List<String> REST =
            List.of("change", "valueBefore", "valueAfter", "statusBefore", "statusAfter");

    private DifferenceTable() {}

    /** @param former null before the first edition: then every cell is added */
    static void write(@Nullable PublishedDataset former, PublishedDataset later, CsvLines table) {
        var dimensions = ObservationRow.dimensions(former == null ? List.of(later) : List.of(former, later));
        var names = new ArrayList<>(KEY);
        names.addAll(dimensions);
        names.addAll(REST);
        table.line(names);
        Changes.between(former, later, (before, after) -> table.line(row(dimensions, before, after)));
    }

    private static List<String> row(
            SortedSet<String> dimensions, @Nullable PublishedCell before, @Nullable PublishedCell after) {
        var cell = Objects.requireNonNull(after == null ? before : after);
        var run = cell.run();
        var row = new ArrayList<>(
                List.of(run.indicator(), cell.area(), run.period().code()));
        dimensions.forEach(dimension -> row.add(run.breakdown().code(dimension)));
        row.add(before == null ? "added" : after == null ? "gone" : "changed");
        row.add(number(before));
        row.add(number(after));
        row.add(before == null ? "" : before.observed().statusName());
        row.add(after == null ? "" : after.observed().statusName());
        return row;
    }

    private static String number(@Nullable PublishedCell cell) {
        return cell != null && cell.observed() instanceof Observed.Value value ? Numbers.text(value.number()) : "";
    }
}
