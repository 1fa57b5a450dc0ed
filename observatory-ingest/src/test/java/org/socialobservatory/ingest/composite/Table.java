package org.socialobservatory.ingest.composite;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A file of figures with a row for each area. */
record Table(List<NamedCsvRecord> rows) {

    static Table of(Path file) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return new Table(reader.stream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file beside the tests. */
    static Table beside(String name) {
        var stream = Objects.requireNonNull(Table.class.getResourceAsStream(name), name);
        try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new Table(reader.stream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double[] numbers(String column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.getField(column)))
                .toArray();
    }
}
