package org.socialobservatory.ingest.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/** Compares a file of reference answers, row by row, with ours; a row is compared, or listed with its reason. */
final class ReferenceRows {

    private static final double TOLERANCE = 1e-8;

    private ReferenceRows() {}

    /** Our answer to a row. */
    record Answer(double value, double magnitude) {
        static Answer of(double value) {
            return new Answer(value, Math.abs(value));
        }

        /** An error, which may be off by a hundred-millionth of what it is the error of. */
        static Answer error(double value, double estimate) {
            return new Answer(value, value == 0 ? Math.abs(estimate) : Math.abs(value));
        }
    }

    static List<NamedCsvRecord> of(String file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(ReferenceFolder.path(file))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void compare(
            String file,
            String list,
            Function<NamedCsvRecord, String> name,
            Function<NamedCsvRecord, @Nullable Answer> answer) {
        var uncovered = Uncovered.listed(list);
        var faults = new ArrayList<String>();
        int compared = 0;
        for (var row : of(file)) {
            boolean listed = uncovered.take(name.apply(row)).isPresent();
            var ours = answer.apply(row);
            if (listed == (ours != null)) {
                faults.add(name.apply(row) + (listed ? " is compared and listed" : " is neither compared nor listed"));
            } else if (ours != null) {
                compared++;
                difference(name.apply(row), ours, row.getField("value"), faults);
            }
        }
        faults.addAll(uncovered.left());
        assertThat(faults).isEmpty();
        assertThat(compared).isPositive();
    }

    private static void difference(String name, Answer ours, String theirs, List<String> faults) {
        double expected = number(theirs);
        if (Double.compare(expected, ours.value) == 0) {
            return;
        }
        double allowed =
                TOLERANCE * Math.max(Math.abs(expected), expected == 0 || ours.value == 0 ? ours.magnitude : 0);
        if (!(Math.abs(ours.value - expected) <= allowed)) {
            faults.add(name + ": " + ours.value + " and not " + expected);
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "", "NA", "NaN" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
