package org.socialobservatory.ingest;

import java.nio.file.Path;
import org.socialobservatory.ingest.mapping.Published;

/** The way in as a table of contents. */
public final class Ingest {

    private Ingest() {}

    /**
     * Reads a package and says what its edition would be. Never throws for bad data: all that is wrong with it is in
     * the findings.
     *
     * @param folderOrZip the package
     * @param published what the installation has published already
     */
    public static Intake read(Path folderOrZip, Published published) {
        throw new UnsupportedOperationException(folderOrZip + " " + published);
    }
}
