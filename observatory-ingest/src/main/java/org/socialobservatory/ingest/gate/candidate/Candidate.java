package org.socialobservatory.ingest.gate.candidate;

import org.socialobservatory.ontology.cube.Cell;

/**
 * A cell that asks to be published, with what nobody outside may learn of it.
 *
 * @param contributors who stands behind the figure
 */
public record Candidate(Cell cell, Contributors contributors) {

    /** A cell of somebody else's aggregation, of which is known only what it says itself. */
    public static Candidate received(Cell cell) {
        return new Candidate(cell, Contributors.UNKNOWN);
    }
}
