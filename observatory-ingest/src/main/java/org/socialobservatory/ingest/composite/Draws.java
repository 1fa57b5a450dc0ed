package org.socialobservatory.ingest.composite;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What came of each area in each draw, and between which bounds 95 % of that lies. */
final class Draws {

    private static final double TAIL = 0.025;
    /** So that 0.975 × 1000 is 975 and not the next number above it. */
    private static final double SLACK = 1e-9;

    private final double[][] indices;
    private final int[][] best;
    private final int[][] worst;

    /**
     * @param indices how many indices of each area will be drawn
     * @param places how many places of each ranked area
     */
    Draws(int areas, int indices, int ranked, int places) {
        this.indices = new double[areas][indices];
        this.best = new int[ranked][places];
        this.worst = new int[ranked][places];
    }

    void indices(int draw, double[] drawn) {
        for (int a = 0; a < drawn.length; a++) {
            indices[a][draw] = drawn[a];
        }
    }

    void places(int draw, Places drawn) {
        for (int r = 0; r < best.length; r++) {
            best[r][draw] = drawn.best(r);
            worst[r][draw] = drawn.worst(r);
        }
    }

    /** Between the draws at 2.5 and 97.5 %, and never without the figure itself; null where none were drawn. */
    Score.@Nullable Interval interval(int area, double value) {
        var drawn = indices[area];
        if (drawn.length == 0) {
            return null;
        }
        Arrays.sort(drawn);
        return new Score.Interval(
                Math.min(value, drawn[at(TAIL, drawn.length)]), Math.max(value, drawn[at(1 - TAIL, drawn.length)]));
    }

    /** The place among those ranked, with the bounds of the draws. */
    Score.Place place(int ranked, Places published) {
        Arrays.sort(best[ranked]);
        Arrays.sort(worst[ranked]);
        int at = published.best(ranked);
        return new Score.Place(
                at,
                Math.min(at, best[ranked][at(TAIL, best[ranked].length)]),
                Math.max(published.worst(ranked), worst[ranked][at(1 - TAIL, worst[ranked].length)]));
    }

    /** The position of the least number that a share of all does not exceed. */
    private static int at(double share, int draws) {
        return (int) Math.ceil(share * draws - SLACK) - 1;
    }
}
