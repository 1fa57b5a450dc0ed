package org.socialobservatory.api.snapshot.rdf;

import java.util.BitSet;
import java.util.List;
import org.socialobservatory.api.snapshot.Block;
import org.socialobservatory.api.snapshot.Block.Run;

/**
 * Goes through the cells of a block that satisfy constraints, by the shortest way: run by run, area by area, or from run
 * to run for one area. A query that is cancelled ends the scan.
 */
final class CellScan {

    /** How many cells are looked at between two looks at the thread; well under a millisecond. */
    private static final int CELLS_BETWEEN_CHECKS = 1 << 12;
    /** Finding an area in a run costs about as much as looking at this many cells of the area in turn. */
    private static final int FIND_COST = 4;

    private final Block block;
    private final CellConstraints wanted;
    private final Evaluation evaluation;
    private final List<Run> runs;
    private final BitSet chosen;
    private final boolean throughArea;
    private Run run;
    /** The place in the order that the scan follows: a position in the block, or the n-th cell of the area. */
    private int next;

    private int end;
    private int cell = -1;
    private boolean over;
    private int looked;

    /** @param block not empty */
    CellScan(Block block, CellConstraints wanted, Evaluation evaluation) {
        this.block = block;
        this.evaluation = evaluation;
        this.wanted = wanted;
        runs = block.runs();
        var restricted = wanted.runs();
        chosen = restricted == null ? all(runs.size()) : restricted;
        throughArea = wanted.oneArea()
                && wanted.onlyCell() < 0
                && (long) chosen.cardinality() * FIND_COST > block.cellsOfArea(wanted.area());
        end = throughArea ? block.cellsOfArea(wanted.area()) : 0;
        run = runs.getFirst();
        over = wanted.nothing();
    }

    private static BitSet all(int size) {
        var all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    /** Moves to the next cell that is wanted; false when there is none. */
    boolean advance() {
        return !over && (throughArea ? advanceInArea() : advanceInRuns());
    }

    int cell() {
        return cell;
    }

    Run run() {
        return run;
    }

    private boolean advanceInArea() {
        while (next < end) {
            look();
            int candidate = block.cellOfArea(wanted.area(), next++);
            var its = block.runOf(candidate);
            if (chosen.get(its.index()) && wanted.hold(candidate, its)) {
                cell = candidate;
                run = its;
                return true;
            }
        }
        return false;
    }

    private boolean advanceInRuns() {
        while (next < end || nextRun()) {
            look();
            int candidate = next++;
            if (wanted.hold(candidate, run)) {
                cell = candidate;
                return true;
            }
        }
        return false;
    }

    private boolean nextRun() {
        int from = end == 0 ? 0 : run.index() + 1;
        for (int index = chosen.nextSetBit(from); index >= 0; index = chosen.nextSetBit(index + 1)) {
            run = runs.get(index);
            if (narrowedInRun()) {
                return true;
            }
        }
        over = true;
        return false;
    }

    /** Sets out for the cells of the run that may be wanted; false where there are none. */
    private boolean narrowedInRun() {
        next = run.from();
        end = run.to();
        if (wanted.onlyCell() >= 0) {
            next = wanted.onlyCell();
            end = next + 1;
        }
        if (wanted.oneArea()) {
            int found = block.find(run, wanted.area()).orElse(-1);
            if (found < next || found >= end) {
                return false;
            }
            next = found;
            end = found + 1;
        }
        return true;
    }

    private void look() {
        if (++looked % CELLS_BETWEEN_CHECKS == 0) {
            evaluation.check();
        }
    }
}
