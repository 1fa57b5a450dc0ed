package org.socialobservatory.ingest;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.source.PackageFiles;

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
        return new Intake(
                "",
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                List.of(),
                Map.of(),
                new GateCounts(Collections.emptySortedMap()),
                List.of(),
                new PackageFiles());
    }
}
