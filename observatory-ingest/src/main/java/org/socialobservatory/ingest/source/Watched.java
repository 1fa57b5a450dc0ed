package org.socialobservatory.ingest.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Letters on their way to a CSV parser, watched for quotes left open and for a last line without its end. */
final class Watched extends FilterReader {

    private final char quote;
    private boolean open;
    private char last = '\n';

    Watched(Reader letters, char quote) {
        super(letters);
        this.quote = quote;
    }

    /** In RFC 4180 quotes come in pairs, doubled ones too. */
    boolean insideQuotes() {
        return open;
    }

    boolean endsWithNewline() {
        return last == '\n' || last == '\r';
    }

    @Override
    public int read() throws IOException {
        int letter = super.read();
        if (letter >= 0) {
            see((char) letter);
        }
        return letter;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            see(buffer[i]);
        }
        return read;
    }

    private void see(char letter) {
        if (letter == quote) {
            open = !open;
        }
        last = letter;
    }
}
