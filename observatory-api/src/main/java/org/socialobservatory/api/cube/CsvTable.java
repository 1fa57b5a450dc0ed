package org.socialobservatory.api.cube;

import java.io.IOException;
import java.io.OutputStream;
import org.socialobservatory.api.snapshot.PublishedDataset;

/** Cells as CSV: RFC 4180, UTF-8 without byte order mark, absent fields empty. */
final class CsvTable implements CellWriter {

    private final CsvLines lines;
    private final ObservationRow row;
    private final TextFields fields = new TextFields();

    CsvTable(ObservationRow row, OutputStream out) {
        this.row = row;
        this.lines = new CsvLines(out);
        lines.line(row.names());
    }

    @Override
    public void cell(PublishedDataset dataset, int cell) {
        lines.line(fields.of(row, dataset, cell));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
