package org.socialobservatory.ingest.warehouse;

/**
 * A file of which an edition was made, kept as it was received: the description of the package, its data, its tables of
 * codes.
 *
 * @param path in the package
 */
public record KeptFile(String path, String sha256) {}
