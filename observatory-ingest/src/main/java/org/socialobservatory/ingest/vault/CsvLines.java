package org.socialobservatory.ingest.vault;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes CSV (RFC 4180, UTF-8). An empty text is written in quotes, so that it is told from nothing. */
final class CsvLines implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Writer out;
    private final StringBuilder line = new StringBuilder();
    private boolean begun;

    CsvLines(OutputStream bytes) {
        out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER);
    }

    private StringBuilder next() {
        if (begun) {
            line.append(',');
        }
        begun = true;
        return line;
    }

    void nothing() {
        next();
    }

    void whole(long number) {
        next().append(number);
    }

    void number(double number) {
        next().append(number);
    }

    /** A text that has neither quotes, commas nor ends of lines. */
    void plain(String text) {
        next().append(text);
    }

    void text(String text) {
        if (text.isEmpty() || needsQuotes(text)) {
            next().append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            next().append(text);
        }
    }

    private static boolean needsQuotes(String text) {
        return text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    void end() throws IOException {
        out.append(line).append("\r\n");
        line.setLength(0);
        begun = false;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
