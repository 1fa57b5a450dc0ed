package org.socialobservatory.ingest.publish;

import java.nio.file.Path;

/** Another process works on the folder. */
public final class BusyFolderException extends RuntimeException {

    private final Path folder;
    private final long pid;

    public BusyFolderException(Path folder, long pid) {
        super("Process " + pid + " works on " + folder);
        this.folder = folder;
        this.pid = pid;
    }

    public Path folder() {
        return folder;
    }

    /** The process, 0 where it has not said who it is. */
    public long pid() {
        return pid;
    }
}
