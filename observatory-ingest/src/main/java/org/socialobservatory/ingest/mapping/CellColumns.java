package org.socialobservatory.ingest.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells as they were read, in columns: a census has a million of them. Codes are dictionary positions, so that sorting
 * and comparing touch no text.
 */
public final class CellColumns {

    private final Dictionary indicators = new Dictionary();
    private final Dictionary breakdowns = new Dictionary();
    private final Dictionary periods = new Dictionary();
    private final Dictionary areas = new Dictionary();
    private final List<Figure> figures = new ArrayList<>();
    private int[] indicator = new int[1024];
    private int[] breakdown = new int[1024];
    private int[] period = new int[1024];
    private int[] area = new int[1024];
    private int[] resource = new int[1024];
    private int[] row = new int[1024];
    private int size;

    /** Texts by the order in which they were first seen. */
    public static final class Dictionary {
        private final Map<String, Integer> positions = new HashMap<>();
        private final List<String> texts = new ArrayList<>();

        int position(String text) {
            Integer known = positions.putIfAbsent(text, texts.size());
            if (known == null) {
                texts.add(text);
                return texts.size() - 1;
            }
            return known;
        }

        public String text(int position) {
            return texts.get(position);
        }

        public int size() {
            return texts.size();
        }
    }

    void add(int ofIndicator, int ofBreakdown, int ofPeriod, int ofArea, Figure figure, int ofResource, int ofRow) {
        if (size == indicator.length) {
            grow(size * 2);
        }
        indicator[size] = ofIndicator;
        breakdown[size] = ofBreakdown;
        period[size] = ofPeriod;
        area[size] = ofArea;
        resource[size] = ofResource;
        row[size] = ofRow;
        figures.add(figure);
        size++;
    }

    private void grow(int to) {
        indicator = Arrays.copyOf(indicator, to);
        breakdown = Arrays.copyOf(breakdown, to);
        period = Arrays.copyOf(period, to);
        area = Arrays.copyOf(area, to);
        resource = Arrays.copyOf(resource, to);
        row = Arrays.copyOf(row, to);
    }

    public int size() {
        return size;
    }

    public Dictionary indicators() {
        return indicators;
    }

    public Dictionary breakdowns() {
        return breakdowns;
    }

    public Dictionary periods() {
        return periods;
    }

    public Dictionary areas() {
        return areas;
    }

    public int indicator(int cell) {
        return indicator[cell];
    }

    public int breakdown(int cell) {
        return breakdown[cell];
    }

    public int period(int cell) {
        return period[cell];
    }

    public int area(int cell) {
        return area[cell];
    }

    /** Position of the cell's resource in the edition's list. */
    public int resource(int cell) {
        return resource[cell];
    }

    /** Line of the file or row of the sheet. */
    public int row(int cell) {
        return row[cell];
    }

    public Figure figure(int cell) {
        return figures.get(cell);
    }
}
