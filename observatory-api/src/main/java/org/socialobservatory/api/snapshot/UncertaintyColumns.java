package org.socialobservatory.api.snapshot;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Uncertainty;

/**
 * The uncertainty of a block's cells, a column of doubles for each part that at least one cell has. Published numbers
 * have at most 15 significant digits, which a double keeps exactly.
 */
final class UncertaintyColumns {

    private static final List<Function<Uncertainty, @Nullable BigDecimal>> PARTS = List.of(
            Uncertainty::standardError,
            Uncertainty::lower,
            Uncertainty::upper,
            Uncertainty::sampleSize,
            Uncertainty::effectiveSampleSize,
            Uncertainty::designEffect,
            Uncertainty::degreesOfFreedom,
            Uncertainty::denominator,
            Uncertainty::parentCovariance);

    /** A column that no cell has is empty. */
    private final double[][] columns = new double[PARTS.size()][0];

    private int capacity;

    /** Takes the uncertainty of a cell; cells without any need not be told. */
    void set(int cell, Uncertainty uncertainty) {
        if (uncertainty.isNone()) {
            return;
        }
        grow(cell + 1);
        for (int part = 0; part < PARTS.size(); part++) {
            var number = PARTS.get(part).apply(uncertainty);
            if (number != null) {
                var column = columns[part];
                if (column.length == 0) {
                    column = new double[capacity];
                    Arrays.fill(column, Double.NaN);
                    columns[part] = column;
                }
                column[cell] = number.doubleValue();
            }
        }
    }

    private void grow(int cells) {
        if (cells <= capacity) {
            return;
        }
        resize(Math.max(cells, capacity * 2));
    }

    /** Brings all columns to their final length. */
    void trim(int cells) {
        resize(cells);
    }

    private void resize(int cells) {
        for (int part = 0; part < columns.length; part++) {
            var column = columns[part];
            if (column.length > 0) {
                var resized = Arrays.copyOf(column, cells);
                if (cells > column.length) {
                    Arrays.fill(resized, column.length, cells, Double.NaN);
                }
                columns[part] = resized;
            }
        }
        capacity = cells;
    }

    boolean isEmpty() {
        return Arrays.stream(columns).allMatch(column -> column.length == 0);
    }

    Uncertainty at(int cell) {
        return isEmpty()
                ? Uncertainty.NONE
                : new Uncertainty(
                        part(0, cell),
                        part(1, cell),
                        part(2, cell),
                        part(3, cell),
                        part(4, cell),
                        part(5, cell),
                        part(6, cell),
                        part(7, cell),
                        part(8, cell));
    }

    private @Nullable BigDecimal part(int part, int cell) {
        var column = columns[part];
        return column.length == 0 ? null : Block.stored(column[cell]);
    }

    long bytes() {
        return Arrays.stream(columns).mapToLong(column -> 8L * column.length).sum();
    }
}
