package org.socialobservatory.ingest.source;

/** The files of a package, in a folder or unpacked from a zip into a folder of its own until closed. */
public final class PackageFiles implements AutoCloseable {

    @Override
    public void close() {}
}
