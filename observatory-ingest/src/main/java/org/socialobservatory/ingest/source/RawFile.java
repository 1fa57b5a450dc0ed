package org.socialobservatory.ingest.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of a package as it was received.
 *
 * @param path in the package, with slashes
 * @param sha256 64 lower-case hexadecimal digits
 * @param size in bytes
 * @param location where it can be read while the package is open: on the disk, or inside the zip that was received
 */
public record RawFile(String path, String sha256, long size, Path location) {

    /** Bytes read at a time. */
    private static final int BUFFER = 1 << 16;

    /** Whether it is a file of its own; inside a zip it can only be read from its beginning. */
    public boolean onDisk() {
        return location.getFileSystem().equals(FileSystems.getDefault());
    }

    /** Its bytes from the first one on, to be closed by the caller. */
    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(location), BUFFER);
    }
}
