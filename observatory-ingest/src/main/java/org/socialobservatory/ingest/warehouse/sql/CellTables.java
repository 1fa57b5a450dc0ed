package org.socialobservatory.ingest.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;

/**
 * The cells of an edition in the tables {@code cell_run}, {@code cell_area} and {@code cell}: keys are numbered, since a
 * text for each cell would make reading an edition ten times slower.
 */
final class CellTables {

    /** Cells that PostgreSQL sends at a time. */
    private static final int FETCHED = 10_000;

    private CellTables() {}

    static void write(Database database, Connection connection, long edition, List<Cell> cells) throws SQLException {
        var areas = writeAreas(database, connection, edition, cells);
        writeRuns(database, connection, edition, cells);
        try (var rows = database.rows(connection, "cell")) {
            int run = -1;
            CellKey last = null;
            for (var cell : cells) {
                var key = cell.key();
                if (last == null || !sameRun(last, key)) {
                    run++;
                }
                last = key;
                rows.large(edition).whole(run).whole(areas.getOrDefault(key.area(), -1));
                CellColumns.write(cell, rows);
            }
        }
    }

    /** The number of each area, in order of code. */
    private static Map<String, Integer> writeAreas(
            Database database, Connection connection, long edition, List<Cell> cells) throws SQLException {
        var found = new HashSet<String>();
        for (var cell : cells) {
            found.add(cell.key().area());
        }
        var codes = new TreeSet<>(found);
        var numbers = new HashMap<String, Integer>();
        try (var rows = database.rows(connection, "cell_area")) {
            for (String code : codes) {
                rows.large(edition).whole(numbers.size()).text(code).end();
                numbers.put(code, numbers.size());
            }
        }
        return numbers;
    }

    private static void writeRuns(Database database, Connection connection, long edition, List<Cell> cells)
            throws SQLException {
        try (var rows = database.rows(connection, "cell_run")) {
            int run = 0;
            CellKey last = null;
            for (var cell : cells) {
                var key = cell.key();
                if (last != null && last.compareTo(key) >= 0) {
                    throw new IllegalArgumentException("Cells out of order: " + last + " before " + key);
                }
                if (last == null || !sameRun(last, key)) {
                    rows.large(edition)
                            .whole(run++)
                            .text(key.indicator())
                            .text(key.breakdown())
                            .text(key.period())
                            .end();
                }
                last = key;
            }
        }
    }

    private static boolean sameRun(CellKey one, CellKey other) {
        return one.indicator().equals(other.indicator())
                && one.breakdown().equals(other.breakdown())
                && one.period().equals(other.period());
    }

    static void read(Connection connection, long edition, Consumer<? super Cell> reader) throws SQLException {
        SqlWarehouse.Parameters ofEdition = statement -> statement.setLong(1, edition);
        var runs = SqlWarehouse.query(
                connection,
                "cell-runs.sql",
                ofEdition,
                row -> new Run(row.getString(1), row.getString(2), row.getString(3)));
        var areas = SqlWarehouse.query(connection, "cell-areas.sql", ofEdition, row -> row.getString(1));
        try (var statement = connection.prepareStatement(Sql.text("cells.sql"))) {
            statement.setFetchSize(FETCHED);
            ofEdition.set(statement);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var run = runs.get(rows.getInt(1));
                    var key = new CellKey(run.indicator, run.breakdown, run.period, areas.get(rows.getInt(2)));
                    reader.accept(new Cell(key, CellColumns.observed(rows, 3), CellColumns.origin(rows, 3)));
                }
            }
        }
    }

    private record Run(String indicator, String breakdown, String period) {}
}
