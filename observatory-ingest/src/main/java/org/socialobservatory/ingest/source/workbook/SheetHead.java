package org.socialobservatory.ingest.source.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * The head of a sheet: its first rows with text and what is merged among them. All rows are gone through, for merged
 * cells are told last, and columns may begin below the header.
 */
final class SheetHead implements SheetHandler.Sheet {

    private final int tallest;
    private final TreeMap<Integer, Map<Integer, String>> rows = new TreeMap<>();
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private int lastColumn = -1;
    private Map<Integer, String> current = new LinkedHashMap<>();

    /**
     * @param tallest rows that a header may take; 0 where there is none
     */
    SheetHead(int tallest) {
        this.tallest = tallest;
    }

    /**
     * What was found.
     *
     * @param merged ranges of header cells that were taken apart
     * @param firstDataRow row of the sheet, from 1
     */
    record Header(List<String> names, List<String> merged, int firstDataRow) {}

    @Override
    public void begin(int row) {
        current = new LinkedHashMap<>();
    }

    @Override
    public void cell(int row, int column, String text, SheetHandler.Kind kind) {
        if (!text.isBlank()) {
            current.put(column, text.strip());
            lastColumn = Math.max(lastColumn, column);
        }
    }

    @Override
    public boolean end(int row) {
        if (!current.isEmpty() && rows.size() <= tallest) {
            rows.put(row, current);
        }
        return true;
    }

    @Override
    public void merged(String range) {
        merged.add(CellRangeAddress.valueOf(range));
    }

    Header header() {
        if (rows.isEmpty()) {
            return new Header(List.of(), List.of(), 1);
        }
        int first = rows.firstKey();
        int last = first;
        var apart = new ArrayList<String>();
        for (CellRangeAddress range : merged) {
            if (range.getFirstRow() + 1 == first) {
                apart.add(range.formatAsString());
                last = Math.max(last, Math.min(range.getLastRow() + 1, first + tallest));
            }
        }
        var names = new ArrayList<String>();
        for (int column = 0; column <= lastColumn; column++) {
            names.add(name(column, first, last));
        }
        return new Header(distinct(names), apart, last + 1);
    }

    /** The texts above a column, each once, from top to bottom; the column's letter where there is none. */
    private String name(int column, int first, int last) {
        var texts = new LinkedHashSet<String>();
        for (int row = first; row <= last; row++) {
            var text = text(column, row);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts.isEmpty() ? CellReference.convertNumToColString(column) : String.join(" ", texts);
    }

    private String text(int column, int row) {
        for (CellRangeAddress range : merged) {
            if (range.isInRange(row - 1, column)) {
                return rows.getOrDefault(range.getFirstRow() + 1, Map.of()).getOrDefault(range.getFirstColumn(), "");
            }
        }
        return rows.getOrDefault(row, Map.of()).getOrDefault(column, "");
    }

    /** A merged title stands over several columns: the second one is called {@code title 2}. */
    private List<String> distinct(List<String> names) {
        if (merged.isEmpty()) {
            return names;
        }
        var seen = new LinkedHashMap<String, Integer>();
        var distinct = new ArrayList<String>();
        for (String name : names) {
            int count = seen.merge(name, 1, Integer::sum);
            distinct.add(count == 1 ? name : name + " " + count);
        }
        return distinct;
    }

    /** Columns of a sheet without header. */
    Header numbered(List<String> fieldNames) {
        var names = new ArrayList<String>();
        for (int column = 0; column <= lastColumn; column++) {
            names.add(column < fieldNames.size() ? fieldNames.get(column) : "field" + (column + 1));
        }
        return new Header(names, List.of(), 1);
    }
}
