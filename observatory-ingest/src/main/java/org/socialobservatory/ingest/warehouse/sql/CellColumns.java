package org.socialobservatory.ingest.warehouse.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;

/**
 * What a cell says and where it comes from, as the columns that every store has after those of the key. They are written
 * as {@code status, value, reliability, standard_error … parent_covariance, resource, source_row}, and read, status and
 * reliability numbered, as {@code status, value, reliability, resource, source_row, uncertain, standard_error …}.
 */
public final class CellColumns {

    /** The states in the order of their letters in the statements: {@code AEPWM}. */
    private static final int WITHHELD = 3;

    private static final int MISSING = 4;
    private static final Status[] STATUSES = Status.values();
    private static final Reliability[] RELIABILITIES = Reliability.values();

    private CellColumns() {}

    /** Ends a row with a cell. */
    public static void write(Cell cell, Rows rows) throws SQLException {
        switch (cell.observed()) {
            case Observed.Value value -> {
                rows.text(value.status().notation())
                        .number(value.number())
                        .text(value.reliability().code());
                write(value.uncertainty(), rows);
            }
            case Observed.Withheld _ -> empty("W", rows);
            case Observed.Missing _ -> empty("M", rows);
        }
        rows.whole(cell.origin().resource()).whole(cell.origin().row()).end();
    }

    private static void empty(String status, Rows rows) throws SQLException {
        rows.text(status).nothing().nothing();
        write(Uncertainty.NONE, rows);
    }

    private static void write(Uncertainty known, Rows rows) throws SQLException {
        rows.number(known.standardError())
                .number(known.lower())
                .number(known.upper())
                .number(known.sampleSize())
                .number(known.effectiveSampleSize())
                .number(known.designEffect())
                .number(known.degreesOfFreedom())
                .number(known.denominator())
                .number(known.parentCovariance());
    }

    /**
     * What the cell of a row says.
     *
     * @param first number of the column {@code status}
     */
    public static Observed observed(ResultSet row, int first) throws SQLException {
        int status = row.getInt(first);
        if (status == WITHHELD) {
            return Observed.Withheld.CELL;
        }
        if (status == MISSING) {
            return Observed.Missing.CELL;
        }
        return new Observed.Value(
                Numbers.ofStored(row.getDouble(first + 1)),
                STATUSES[status],
                row.getBoolean(first + 5) ? uncertainty(row, first + 6) : Uncertainty.NONE,
                RELIABILITIES[row.getInt(first + 2)]);
    }

    /** Where the cell of a row comes from. */
    public static Cell.Origin origin(ResultSet row, int first) throws SQLException {
        return new Cell.Origin(row.getInt(first + 3), row.getInt(first + 4));
    }

    private static Uncertainty uncertainty(ResultSet row, int first) throws SQLException {
        return new Uncertainty(
                number(row, first),
                number(row, first + 1),
                number(row, first + 2),
                number(row, first + 3),
                number(row, first + 4),
                number(row, first + 5),
                number(row, first + 6),
                number(row, first + 7),
                number(row, first + 8));
    }

    static @Nullable BigDecimal number(ResultSet row, int column) throws SQLException {
        double stored = row.getDouble(column);
        return row.wasNull() ? null : Numbers.ofStored(stored);
    }
}
