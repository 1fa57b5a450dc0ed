package org.socialobservatory.ingest.warehouse.sql.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.socialobservatory.ingest.warehouse.sql.Rows;

/** Rows through DuckDB's appender, which takes part in the open transaction of its connection. */
public final class BulkRows implements Rows {

    /** DuckDB's own form of a geometry. */
    private final WKBWriter shapes = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);

    private final DuckDBAppender appender;
    private boolean begun;

    public BulkRows(Connection connection, String table) throws SQLException {
        appender = connection.unwrap(DuckDBConnection.class).createAppender(table);
    }

    private DuckDBAppender next() throws SQLException {
        if (!begun) {
            appender.beginRow();
            begun = true;
        }
        return appender;
    }

    @Override
    public Rows whole(int number) throws SQLException {
        next().append(number);
        return this;
    }

    @Override
    public Rows large(long number) throws SQLException {
        next().append(number);
        return this;
    }

    @Override
    public Rows real(double number) throws SQLException {
        next().append(number);
        return this;
    }

    @Override
    public Rows flag(boolean value) throws SQLException {
        next().append(value);
        return this;
    }

    @Override
    public Rows text(@Nullable String text) throws SQLException {
        if (text == null) {
            return nothing();
        }
        next().append(text);
        return this;
    }

    @Override
    public Rows day(@Nullable LocalDate day) throws SQLException {
        if (day == null) {
            return nothing();
        }
        next().append(day);
        return this;
    }

    @Override
    public Rows moment(Instant moment) throws SQLException {
        next().append(moment.atOffset(ZoneOffset.UTC));
        return this;
    }

    @Override
    public Rows shape(@Nullable Geometry shape) throws SQLException {
        if (shape == null) {
            return nothing();
        }
        next().append(shapes.write(shape));
        return this;
    }

    @Override
    public Rows nothing() throws SQLException {
        next().appendNull();
        return this;
    }

    @Override
    public void end() throws SQLException {
        next().endRow();
        begun = false;
    }

    /** The appender keeps silent about what it cannot flush while it closes, so it is flushed before. */
    @Override
    public void close() throws SQLException {
        try (appender) {
            if (!begun) {
                appender.flush();
            }
        }
    }
}
