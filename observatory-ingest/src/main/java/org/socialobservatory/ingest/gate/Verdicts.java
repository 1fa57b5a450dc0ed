package org.socialobservatory.ingest.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;

/** What the gate has decided of each candidate so far. */
final class Verdicts {

    private final List<Candidate> candidates;
    private final @Nullable Reason[] reasons;
    private int withheld;

    Verdicts(List<Candidate> candidates) {
        this.candidates = candidates;
        this.reasons = new @Nullable Reason[candidates.size()];
    }

    int size() {
        return candidates.size();
    }

    Candidate candidate(int index) {
        return candidates.get(index);
    }

    Cell cell(int index) {
        return candidates.get(index).cell();
    }

    /** Why a candidate is withheld; null while it is not. */
    @Nullable
    Reason reason(int index) {
        return reasons[index];
    }

    boolean isWithheld(int index) {
        return reasons[index] != null;
    }

    boolean withholdsNone() {
        return withheld == 0;
    }

    /** Withholds a candidate; what is withheld stays so, for its first reason. */
    void withhold(int index, Reason reason) {
        if (reasons[index] == null) {
            reasons[index] = reason;
            withheld++;
        }
    }

    /** The cells as they may be published, in the order of the candidates. */
    List<Cell> cells() {
        var cells = new ArrayList<Cell>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            var cell = cell(i);
            cells.add(isWithheld(i) ? new Cell(cell.key(), Observed.Withheld.CELL, cell.origin()) : cell);
        }
        return cells;
    }
}
