package org.socialobservatory.api.snapshot.rdf;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block.Run;

/** Which cells of a block are wanted: some of its runs, one area, and what each cell must answer for itself. */
final class CellConstraints {

    private static final int ANY = -1;

    /** Something that a cell may say of itself. */
    @FunctionalInterface
    interface Check {
        boolean holds(int cell, Run run);
    }

    private static final Check[] NONE = new Check[0];

    /** Never changed, so that constraints may share it. */
    private @Nullable BitSet runs;

    private int area = ANY;
    private int one = ANY;
    private boolean nothing;
    private Check[] checks = NONE;

    CellConstraints() {}

    /** The same, to which more can be added. */
    CellConstraints(CellConstraints same) {
        runs = same.runs;
        area = same.area;
        one = same.one;
        nothing = same.nothing;
        checks = same.checks;
    }

    void inRuns(BitSet wanted) {
        if (runs == null) {
            runs = wanted;
        } else {
            runs = (BitSet) runs.clone();
            runs.and(wanted);
        }
        nothing |= runs.isEmpty();
    }

    /** The same cells with other runs, which must be among these. */
    void onlyRuns(BitSet wanted) {
        runs = wanted;
        nothing |= wanted.isEmpty();
    }

    void inArea(int wanted) {
        nothing |= area != ANY && area != wanted;
        area = wanted;
    }

    /** One cell alone. */
    void only(int wanted, Run its) {
        var run = new BitSet();
        run.set(its.index());
        inRuns(run);
        one = wanted;
    }

    void where(Check check) {
        checks = Arrays.copyOf(checks, checks.length + 1);
        checks[checks.length - 1] = check;
    }

    /** Whether no cell at all can be wanted. */
    boolean nothing() {
        return nothing;
    }

    /** The runs wanted, null for all. */
    @Nullable
    BitSet runs() {
        return runs;
    }

    /** The only cell wanted, negative where there are others. */
    int onlyCell() {
        return one;
    }

    /** Whether whole runs are wanted, and no cell is asked anything. */
    boolean areWholeRuns() {
        return checks.length == 0 && area == ANY && one == ANY && !nothing;
    }

    boolean oneArea() {
        return area != ANY;
    }

    int area() {
        return area;
    }

    boolean hold(int cell, Run run) {
        for (Check check : checks) {
            if (!check.holds(cell, run)) {
                return false;
            }
        }
        return true;
    }
}
