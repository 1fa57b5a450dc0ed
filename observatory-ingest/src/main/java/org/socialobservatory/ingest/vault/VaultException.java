package org.socialobservatory.ingest.vault;

/** The vault cannot be read or written. */
public final class VaultException extends RuntimeException {
    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
