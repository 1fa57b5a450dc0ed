package org.socialobservatory.api.diagnostic;

/** What a cell gives to a comparison. */
sealed interface Reading permits Estimate, Reading.Unreadable {

    /** A cell that gives nothing. */
    record Unreadable(Reason reason) implements Reading {}
}
