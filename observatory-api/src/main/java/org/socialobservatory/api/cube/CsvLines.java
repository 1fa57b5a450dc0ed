package org.socialobservatory.api.cube;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of CSV: RFC 4180, UTF-8 without byte order mark. */
public final class CsvLines implements Closeable {

    private final CsvWriter writer;

    public CsvLines(OutputStream out) {
        this.writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    public void line(List<String> fields) {
        writer.writeRecord(fields);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
