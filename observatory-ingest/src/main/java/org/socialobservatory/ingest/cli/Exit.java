package org.socialobservatory.ingest.cli;

/** How a command ends. */
public final class Exit {

    public static final int DONE = 0;
    /** Refused for the data's sake; the findings were printed. */
    public static final int REFUSED = 1;
    /** The command was not given as it must be. */
    public static final int MISUSE = 2;
    /** The world failed: a disk, a database, another process. */
    public static final int FAILURE = 3;

    private Exit() {}
}
