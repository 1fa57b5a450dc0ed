package org.socialobservatory.ingest.warehouse;

import org.socialobservatory.ontology.edition.Edition;

/** An edition was asked for that was never published here. */
public final class NoSuchEditionException extends RuntimeException {

    private final Edition.Id edition;

    public NoSuchEditionException(Edition.Id edition) {
        super("No edition " + edition);
        this.edition = edition;
    }

    public Edition.Id edition() {
        return edition;
    }
}
