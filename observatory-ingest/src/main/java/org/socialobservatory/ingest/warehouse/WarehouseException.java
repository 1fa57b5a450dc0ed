package org.socialobservatory.ingest.warehouse;

/** The store failed: it is out of reach, full, damaged or not ours. Its message is for the operator, never for a door. */
public final class WarehouseException extends RuntimeException {

    public WarehouseException(String message) {
        super(message);
    }

    public WarehouseException(String message, Throwable cause) {
        super(message, cause);
    }
}
