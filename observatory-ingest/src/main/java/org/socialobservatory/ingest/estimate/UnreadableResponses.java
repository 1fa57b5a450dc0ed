package org.socialobservatory.ingest.estimate;

import java.nio.file.Path;

/** A response table that cannot be read, or an expression that its variables do not bear. */
public final class UnreadableResponses extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableResponses(Path file, Exception cause) {
        super("The responses in " + file.getFileName() + " cannot be read: " + cause.getMessage(), cause);
    }
}
