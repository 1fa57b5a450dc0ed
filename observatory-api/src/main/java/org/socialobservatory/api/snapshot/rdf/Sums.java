package org.socialobservatory.api.snapshot.rdf;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The exact sum, the least and the greatest of the numbers of each group. Sums grow as whole numbers with the most
 * decimals met so far; what no longer fits is set aside.
 */
final class Sums {

    private static final long[] TENS = tens();

    private long[] digits = new long[16];
    private int[] scales = new int[16];
    private @Nullable BigDecimal[] aside = new BigDecimal[16];
    /** The cells of the least and the greatest number. */
    private int[] least = new int[16];

    private int[] most = new int[16];
    private final Figures figures;
    private final boolean extremes;

    /** @param extremes whether anybody asks for the least or the greatest */
    Sums(Figures figures, boolean extremes) {
        this.figures = figures;
        this.extremes = extremes;
    }

    private static long[] tens() {
        var tens = new long[19];
        tens[0] = 1;
        for (int place = 1; place < tens.length; place++) {
            tens[place] = tens[place - 1] * 10;
        }
        return tens;
    }

    /** Makes room for one more group, whose number is the next. */
    void open(int group) {
        if (group >= digits.length) {
            int size = digits.length * 2;
            digits = Arrays.copyOf(digits, size);
            scales = Arrays.copyOf(scales, size);
            aside = Arrays.copyOf(aside, size);
            least = Arrays.copyOf(least, size);
            most = Arrays.copyOf(most, size);
        }
        least[group] = -1;
        most[group] = -1;
    }

    void add(int group, int cell) {
        long number = figures.unscaled(cell);
        int scale = figures.scale(cell);
        if (scale == scales[group]) {
            add(group, number);
        } else {
            rescale(group, number, scale);
        }
        if (extremes) {
            extremes(group, cell);
        }
    }

    boolean isOf(Figures others) {
        return figures.equals(others);
    }

    /** The first cell from one on that has a number, {@code to} where none has. */
    int first(int from, int to) {
        int cell = from;
        while (cell < to && !figures.has(cell)) {
            cell++;
        }
        return cell;
    }

    /** Adds the numbers of all cells that have one, and counts them. */
    int addAll(int group, int from, int to) {
        int count = 0;
        for (int cell = from; cell < to; cell++) {
            if (figures.has(cell)) {
                add(group, cell);
                count++;
            }
        }
        return count;
    }

    private void add(int group, long number) {
        long sum = digits[group] + number;
        if (((digits[group] ^ sum) & (number ^ sum)) < 0) {
            setAside(group, digits[group], scales[group]);
            sum = number;
        }
        digits[group] = sum;
    }

    private void rescale(int group, long number, int scale) {
        int decimals = Math.max(scale, scales[group]);
        if (!raise(group, decimals)) {
            setAside(group, digits[group], scales[group]);
            digits[group] = 0;
            scales[group] = decimals;
        }
        int shift = decimals - scale;
        if (shift < TENS.length && fits(number, TENS[shift])) {
            add(group, number * TENS[shift]);
        } else {
            setAside(group, number, scale);
        }
    }

    /** Gives a sum more decimals, if it fits. */
    private boolean raise(int group, int decimals) {
        int shift = decimals - scales[group];
        if (shift >= TENS.length || !fits(digits[group], TENS[shift])) {
            return false;
        }
        digits[group] *= TENS[shift];
        scales[group] = decimals;
        return true;
    }

    private static boolean fits(long number, long factor) {
        return Math.multiplyHigh(number, factor) == (number * factor) >> 63;
    }

    private void setAside(int group, long number, int scale) {
        var before = aside[group];
        var part = BigDecimal.valueOf(number, scale);
        aside[group] = before == null ? part : before.add(part);
    }

    private void extremes(int group, int cell) {
        if (least[group] < 0 || compare(cell, least[group]) < 0) {
            least[group] = cell;
        }
        if (most[group] < 0 || compare(cell, most[group]) > 0) {
            most[group] = cell;
        }
    }

    private int compare(int cell, int other) {
        return figures.scale(cell) == figures.scale(other)
                ? Long.compare(figures.unscaled(cell), figures.unscaled(other))
                : figures.number(cell).compareTo(figures.number(other));
    }

    BigDecimal sum(int group) {
        var sum = BigDecimal.valueOf(digits[group], scales[group]);
        var before = aside[group];
        return before == null ? sum : sum.add(before);
    }

    boolean hasExtremes() {
        return extremes;
    }

    BigDecimal least(int group) {
        return figures.number(least[group]);
    }

    BigDecimal most(int group) {
        return figures.number(most[group]);
    }

    static long bytesOfGroup() {
        return Long.BYTES + 5L * Integer.BYTES;
    }
}
