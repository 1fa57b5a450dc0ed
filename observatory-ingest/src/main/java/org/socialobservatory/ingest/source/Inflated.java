package org.socialobservatory.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacked bytes that may not become out of proportion to the packed ones. */
final class Inflated extends FilterInputStream {

    private final long most;
    private long read;

    Inflated(InputStream unpacked, long packed) {
        super(unpacked);
        this.most = Zip.most(packed);
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            count(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    private void count(int more) throws IOException {
        read += more;
        if (read > most) {
            throw new Zip.TooLarge(read, most);
        }
    }
}
