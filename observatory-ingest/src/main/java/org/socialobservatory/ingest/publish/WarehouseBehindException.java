package org.socialobservatory.ingest.publish;

import java.util.List;
import org.socialobservatory.ontology.edition.Edition;

/** The folder holds published editions that the warehouse does not know; it must be made anew from the files first. */
public final class WarehouseBehindException extends RuntimeException {

    private final List<Edition.Id> unknown;

    WarehouseBehindException(List<Edition.Id> unknown) {
        super("The warehouse lacks " + unknown);
        this.unknown = List.copyOf(unknown);
    }

    public List<Edition.Id> unknown() {
        return unknown;
    }
}
