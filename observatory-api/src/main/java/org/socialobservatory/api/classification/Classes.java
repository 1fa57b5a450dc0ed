package org.socialobservatory.api.classification;

import java.util.Arrays;
import java.util.List;

/** Classes of values, {@code [b0,b1) … [bk−1,bk]}, each with its colour. */
public final class Classes {

    /** Fewer say little, more cannot be told apart. */
    public static final int FEWEST = 3;

    public static final int MOST = 7;

    /** How many there are where nobody says. */
    public static final int USUAL = 5;

    /** A class that a value does not have. */
    public static final int NONE = -1;

    private final double[] breaks;
    private final List<String> colours;
    private final boolean twoSided;

    private Classes(ClassMethod method, double[] breaks) {
        this.breaks = breaks;
        this.twoSided = method == ClassMethod.STDDEV;
        var palette = twoSided ? Palette.DIVERGING : Palette.SEQUENTIAL;
        this.colours = palette.colours(Math.max(0, breaks.length - 1));
    }

    /**
     * Classes of published values; fewer than wanted where there are fewer distinct values, none where there is none.
     *
     * @param values in any order
     * @param wanted number of classes; for {@link ClassMethod#MANUAL} that of the limits decides
     * @param limits the inner limits, ascending, for {@link ClassMethod#MANUAL}
     */
    public static Classes of(ClassMethod method, double[] values, int wanted, double[] limits) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return new Classes(method, Breaks.of(method, sorted, wanted, limits));
    }

    public int count() {
        return Math.max(0, breaks.length - 1);
    }

    /** The limits from the lowest to the highest, one more than there are classes. */
    public double[] breaks() {
        return breaks.clone();
    }

    /** {@code #rrggbb}, one for each class. */
    public List<String> colours() {
        return colours;
    }

    /**
     * Whether a class lies below the middle of colours with two sides. In grey both sides look alike, so that one of them
     * needs a sign.
     */
    public boolean isBelow(int index) {
        return twoSided && 2 * index + 1 < count();
    }

    /** The class of a value, from 0; one beyond the limits belongs to the class at that end. */
    public int of(double value) {
        if (count() == 0) {
            return NONE;
        }
        int found = 0;
        while (found < count() - 1 && value >= breaks[found + 1]) {
            found++;
        }
        return found;
    }

    /** Whether a whole interval lies in one class. */
    public boolean holdsWhole(double lower, double upper) {
        return of(lower) == of(upper);
    }
}
