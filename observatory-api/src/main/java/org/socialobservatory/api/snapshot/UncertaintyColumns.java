package org.socialobservatory.api.snapshot;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Uncertainty;

/**
 * The uncertainty of a block's cells, a column of doubles for each part that at least one cell has. Published numbers
 * have at most 15 significant digits, which a double keeps exactly.
 */
final class UncertaintyColumns {

    private final Map<UncertaintyPart, double[]> columns = new EnumMap<>(UncertaintyPart.class);
    private int capacity;

    /** Takes the uncertainty of a cell; cells without any need not be told. */
    void set(int cell, Uncertainty uncertainty) {
        if (uncertainty.isNone()) {
            return;
        }
        if (cell >= capacity) {
            resize(Math.max(cell + 1, capacity * 2));
        }
        for (var part : UncertaintyPart.ALL) {
            var number = part.of(uncertainty);
            if (number != null) {
                columns.computeIfAbsent(part, _ -> unknown(capacity))[cell] = number.doubleValue();
            }
        }
    }

    private static double[] unknown(int cells) {
        var column = new double[cells];
        Arrays.fill(column, Double.NaN);
        return column;
    }

    /** Brings all columns to their final length. */
    void trim(int cells) {
        resize(cells);
    }

    private void resize(int cells) {
        columns.replaceAll((_, column) -> {
            var resized = Arrays.copyOf(column, cells);
            if (cells > column.length) {
                Arrays.fill(resized, column.length, cells, Double.NaN);
            }
            return resized;
        });
        capacity = cells;
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    boolean has(UncertaintyPart part) {
        return columns.containsKey(part);
    }

    @Nullable
    BigDecimal number(UncertaintyPart part, int cell) {
        var column = columns.get(part);
        return column == null ? null : Block.stored(column[cell]);
    }

    Uncertainty at(int cell) {
        return isEmpty()
                ? Uncertainty.NONE
                : new Uncertainty(
                        number(UncertaintyPart.STANDARD_ERROR, cell),
                        number(UncertaintyPart.LOWER, cell),
                        number(UncertaintyPart.UPPER, cell),
                        number(UncertaintyPart.SAMPLE_SIZE, cell),
                        number(UncertaintyPart.EFFECTIVE_SAMPLE_SIZE, cell),
                        number(UncertaintyPart.DESIGN_EFFECT, cell),
                        number(UncertaintyPart.DEGREES_OF_FREEDOM, cell),
                        number(UncertaintyPart.DENOMINATOR, cell),
                        number(UncertaintyPart.PARENT_COVARIANCE, cell));
    }

    long bytes() {
        return columns.values().stream()
                .mapToLong(column -> (long) Double.BYTES * column.length)
                .sum();
    }
}
