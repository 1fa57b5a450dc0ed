package org.socialobservatory.ingest.estimate;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rows of a file of reference answers that no test compares, each by its name with the reason. */
final class Uncovered {

    private final Map<String, String> reasons;

    private Uncovered(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    /** The list of a file, such as {@code reference}. */
    static Uncovered listed(String file) {
        var reasons = new LinkedHashMap<String, String>();
        var stream = Uncovered.class.getResourceAsStream("uncovered-" + file + ".csv");
        try (var rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
            rows.forEach(row -> reasons.put(row.getField("row"), row.getField("reason")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Uncovered(reasons);
    }

    /** Takes a row off the list. */
    Optional<String> take(String row) {
        return Optional.ofNullable(reasons.remove(row));
    }

    /** What is on the list and not in the file. */
    List<String> left() {
        return reasons.keySet().stream()
                .map(row -> row + " is listed and not in the file")
                .toList();
    }
}
