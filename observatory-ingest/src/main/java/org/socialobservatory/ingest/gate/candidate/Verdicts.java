package org.socialobservatory.ingest.gate.candidate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.indicator.Indicator;

/** What the gate has decided of each candidate so far. Several threads may withhold different candidates. */
public final class Verdicts {

    private final List<Candidate> candidates;
    private final @Nullable Reason[] reasons;

    public Verdicts(List<Candidate> candidates) {
        this.candidates = candidates;
        this.reasons = new @Nullable Reason[candidates.size()];
    }

    public int size() {
        return candidates.size();
    }

    public Candidate candidate(int index) {
        return candidates.get(index);
    }

    public Cell cell(int index) {
        return candidates.get(index).cell();
    }

    /** Why a candidate is withheld; null while it is not. */
    public @Nullable Reason reason(int index) {
        return reasons[index];
    }

    public boolean isWithheld(int index) {
        return reasons[index] != null;
    }

    /** How many respondents stand behind a candidate, as far as anybody knows; at least 1. */
    public static double respondents(Candidate candidate, Indicator indicator) {
        var contributors = candidate.contributors();
        var known = contributors.persons() == null ? contributors.households() : contributors.persons();
        if (known != null) {
            return Math.max(1, known);
        }
        if (candidate.cell().observed() instanceof Observed.Value value) {
            if (value.uncertainty().sampleSize() != null) {
                return Math.max(1, value.uncertainty().sampleSize().doubleValue());
            }
            return Primary.counts(indicator) ? Math.max(1, value.number().doubleValue()) : 1;
        }
        return 1;
    }

    /** Withholds a candidate; what is withheld stays so, for its first reason. */
    public void withhold(int index, Reason reason) {
        if (reasons[index] == null) {
            reasons[index] = reason;
        }
    }

    /** Takes back what was decided for the sake of others. */
    public void release(int index) {
        if (reasons[index] == Reason.SECONDARY) {
            reasons[index] = null;
        }
    }

    /** The cells as they may be published, in the order of the candidates. */
    public List<Cell> cells() {
        var cells = new ArrayList<Cell>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            var cell = cell(i);
            cells.add(isWithheld(i) ? new Cell(cell.key(), Observed.Withheld.CELL, cell.origin()) : cell);
        }
        return cells;
    }
}
