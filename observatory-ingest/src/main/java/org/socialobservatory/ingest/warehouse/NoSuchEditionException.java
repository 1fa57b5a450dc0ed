package org.socialobservatory.ingest.warehouse;

import org.socialobservatory.ontology.edition.Edition;

/** An edition was asked for that was never published here. */
public final class NoSuchEditionException extends RuntimeException {

    public NoSuchEditionException(Edition.Id edition) {
        super("No edition " + edition);
    }
}
