package org.socialobservatory.api.cube;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.cube.Numbers;

/** Cells as CSV: RFC 4180, UTF-8 without byte order mark, absent fields empty. */
final class CsvTable implements Closeable, ObservationRow.Fields {

    static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    private final CsvWriter writer;
    private final List<String> row = new ArrayList<>();

    CsvTable(OutputStream out) {
        this.writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    void line(List<String> fields) {
        writer.writeRecord(fields);
    }

    void cell(ObservationRow form, PublishedDataset dataset, int cell) {
        row.clear();
        form.write(dataset, cell, this);
        writer.writeRecord(row);
    }

    @Override
    public void text(String name, @Nullable String text) {
        row.add(text == null ? "" : text);
    }

    @Override
    public void number(String name, @Nullable BigDecimal number) {
        row.add(number == null ? "" : Numbers.text(number));
    }

    @Override
    public void flag(String name, boolean holds) {
        row.add(Boolean.toString(holds));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
