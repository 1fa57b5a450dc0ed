package org.socialobservatory.ingest.describe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ingest.mapping.Numerals;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ontology.Codes;

/**
 * What can be seen of a file without being told what it is.
 *
 * @param path in the package
 * @param dimension of its geometries: 2 for surfaces, 1 for lines, 0 for points; −1 where it has none
 */
record FileProfile(String path, List<Column> columns, long rows, int dimension, boolean referenced) {

    /** Rows that are enough to see what a column is. */
    private static final int ENOUGH = 300_000;
    /** Words that may stand for missing numbers in one column. */
    private static final int FEW_WORDS = 3;
    /** Distinct values that are remembered. */
    private static final int MOST_VALUES = 50_000;

    /**
     * A column.
     *
     * @param values distinct ones, without blanks, in order of appearance
     * @param filled rows that have a value
     * @param numbers rows whose value is a number
     */
    record Column(String name, Set<String> values, long filled, long numbers) {

        /** Whether it holds numbers, but for a few words that stand for none. */
        boolean isNumeric() {
            return numbers > 0 && numbers * 2 >= filled && words().size() <= FEW_WORDS;
        }

        /** The values that are no numbers, so far as they are few. */
        List<String> words() {
            return values.stream()
                    .filter(value -> !isNumber(value))
                    .limit(FEW_WORDS + 1L)
                    .toList();
        }

        private static boolean isNumber(String value) {
            return Numerals.POINT.parse(value) != null || new Numerals(',', '.').parse(value) != null;
        }

        boolean isUnique() {
            return filled > 0 && values.size() == filled;
        }

        boolean areCodes() {
            return !values.isEmpty() && values.stream().allMatch(Codes::valid);
        }

        /** Share of the values that are among others. */
        double within(Collection<String> others) {
            if (values.isEmpty() || others.isEmpty()) {
                return 0;
            }
            return (double) values.stream().filter(others::contains).count() / values.size();
        }
    }

    static FileProfile of(String path, Table table) {
        var seen = new Seen(table.columns().size());
        table.rows(new Findings(), seen);
        var columns = new ArrayList<Column>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(new Column(table.columns().get(i), seen.values.get(i), seen.filled[i], seen.numbers[i]));
        }
        return new FileProfile(
                path,
                columns,
                seen.rows,
                seen.dimension,
                table.referenceSystem().isPresent());
    }

    /** The column whose title fits a word best, of those that also meet a condition. */
    Optional<Column> column(Word word, Predicate<Column> also) {
        return columns.stream()
                .filter(column -> word.fits(column.name()) && also.test(column))
                .min(Comparator.comparingInt(column -> word.fit(column.name()).orElseThrow()));
    }

    Optional<Column> column(Word word) {
        return column(word, _ -> true);
    }

    Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    boolean has(Word word) {
        return column(word).isPresent();
    }

    /** The name of the file without folder and endings. */
    String stem() {
        var name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static final class Seen implements Table.RowReader {
        private final List<Set<String>> values = new ArrayList<>();
        private final long[] filled;
        private final long[] numbers;
        private long rows;
        private int dimension = -1;

        Seen(int columns) {
            filled = new long[columns];
            numbers = new long[columns];
            for (int i = 0; i < columns; i++) {
                values.add(new LinkedHashSet<>());
            }
        }

        @Override
        public boolean row(long number, String[] row, @Nullable Geometry geometry) {
            rows++;
            if (geometry != null) {
                dimension = Math.max(dimension, geometry.getDimension());
            }
            for (int i = 0; i < row.length; i++) {
                var value = row[i].strip();
                if (!value.isEmpty()) {
                    filled[i]++;
                    numbers[i] += Column.isNumber(value) ? 1 : 0;
                    if (values.get(i).size() < MOST_VALUES) {
                        values.get(i).add(value);
                    }
                }
            }
            return rows < ENOUGH;
        }
    }
}
