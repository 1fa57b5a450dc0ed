package org.socialobservatory.ingest.estimate;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The responses grouped as finely as any figure needs: by period, finest area, codes of all dimensions, primary sampling
 * unit and category of the margins. Every coarser sum is one of these sums; they are in the order of their keys, so that
 * adding them up gives the same bits every time.
 */
final class Groups {

    private static final int FIRST = 1024;

    private final List<String> periods;
    private final List<Cell> cells;
    private final int size;
    private final int[] cell;
    private final int[] unit;
    private final int[] category;
    private final double[] values;
    private final double[][] terms;

    /** The responses of one period and finest area with the same code in every dimension; null where unknown. */
    record Cell(String period, @Nullable String area, List<@Nullable String> codes) {
        Cell {
            codes = Collections.unmodifiableList(codes);
        }
    }

    Groups(Builder builder, List<Cell> cells) {
        this.cells = List.copyOf(cells);
        periods = cells.stream().map(Cell::period).distinct().sorted().toList();
        size = builder.size;
        cell = builder.cell;
        unit = builder.unit;
        category = builder.category;
        values = builder.values;
        terms = builder.terms;
    }

    List<Cell> cells() {
        return cells;
    }

    List<String> periods() {
        return periods;
    }

    int size() {
        return size;
    }

    int cell(int group) {
        return cell[group];
    }

    /** The primary sampling unit of a group. */
    int unit(int group) {
        return unit[group];
    }

    /** The crossed category of the margins that a group is in; 0 where there are no margins. */
    int category(int group) {
        return category[group];
    }

    /** The number that the groups were split by, where they were. */
    double value(int group) {
        return values[group];
    }

    /** One sum of all groups. */
    double[] term(int term) {
        return terms[term];
    }

    /** Takes groups in as they come. */
    static final class Builder {
        private int size;
        private int[] cell = new int[FIRST];
        private int[] unit = new int[FIRST];
        private int[] category = new int[FIRST];
        private double[] values = new double[FIRST];
        private final double[][] terms;

        Builder(int terms) {
            this.terms = new double[terms][FIRST];
        }

        void add(int ofCell, int ofUnit, int ofCategory, double value) {
            if (size == cell.length) {
                int wider = 2 * size;
                cell = Arrays.copyOf(cell, wider);
                unit = Arrays.copyOf(unit, wider);
                category = Arrays.copyOf(category, wider);
                values = Arrays.copyOf(values, wider);
                for (int term = 0; term < terms.length; term++) {
                    terms[term] = Arrays.copyOf(terms[term], wider);
                }
            }
            cell[size] = ofCell;
            unit[size] = ofUnit;
            category[size] = ofCategory;
            values[size] = value;
            size++;
        }

        int lastUnit() {
            return unit[size - 1];
        }

        int lastCategory() {
            return category[size - 1];
        }

        /** Sets a sum of the group that was added last. */
        void term(int term, double sum) {
            terms[term][size - 1] = sum;
        }
    }
}
