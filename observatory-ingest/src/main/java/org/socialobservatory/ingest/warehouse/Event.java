package org.socialobservatory.ingest.warehouse;

/** What changes a warehouse; replayed in their order, the events of one warehouse make another that is the same. */
public sealed interface Event {

    /** An edition is published. */
    record Published(Publication publication) implements Event {}

    /** An edition is withdrawn. */
    record Withdrawn(Withdrawal withdrawal) implements Event {}
}
