package org.socialobservatory.ingest.source;

import java.nio.file.Path;

/**
 * A file of a package as it was received.
 *
 * @param path in the package, with slashes
 * @param sha256 64 lower-case hexadecimal digits
 * @param size in bytes
 * @param location where it can be read while the package is open
 */
public record RawFile(String path, String sha256, long size, Path location) {}
