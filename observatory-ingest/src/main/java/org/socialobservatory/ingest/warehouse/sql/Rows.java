package org.socialobservatory.ingest.warehouse.sql;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The bulk load of one table: the values of each row in the order of its columns, then its end. */
public interface Rows extends AutoCloseable {

    /** For a column INTEGER. */
    Rows whole(int number) throws SQLException;

    /** For a column BIGINT. */
    Rows large(long number) throws SQLException;

    /** For a column DOUBLE PRECISION. */
    Rows real(double number) throws SQLException;

    Rows flag(boolean value) throws SQLException;

    Rows text(@Nullable String text) throws SQLException;

    Rows day(@Nullable LocalDate day) throws SQLException;

    Rows moment(Instant moment) throws SQLException;

    Rows shape(@Nullable Geometry shape) throws SQLException;

    Rows nothing() throws SQLException;

    void end() throws SQLException;

    /** Hands over all rows that have ended. */
    @Override
    void close() throws SQLException;

    /** For a column BIGINT that may be empty. */
    default Rows large(@Nullable Long number) throws SQLException {
        return number == null ? nothing() : large(number.longValue());
    }

    /** For a column DOUBLE PRECISION that may be empty; a canonical number comes back from it as it is. */
    default Rows number(@Nullable BigDecimal number) throws SQLException {
        return number == null ? nothing() : real(number.doubleValue());
    }
}
