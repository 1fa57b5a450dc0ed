package org.socialobservatory.ingest.warehouse.sql.postgis;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.socialobservatory.ingest.warehouse.sql.Rows;

/** Rows through COPY in its text form. */
final class BulkRows implements Rows {

    /** Rows are sent in pieces of about this many characters. */
    private static final int PIECE = 1 << 16;

    private final WKBWriter shapes = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
    private final StringBuilder lines = new StringBuilder(PIECE + 1024);
    private final CopyIn copy;
    private boolean begun;

    BulkRows(Connection connection, String table) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
    }

    private StringBuilder next() {
        if (begun) {
            lines.append('\t');
        }
        begun = true;
        return lines;
    }

    @Override
    public Rows whole(int number) {
        next().append(number);
        return this;
    }

    @Override
    public Rows large(long number) {
        next().append(number);
        return this;
    }

    @Override
    public Rows real(double number) {
        next().append(number);
        return this;
    }

    @Override
    public Rows flag(boolean value) {
        next().append(value);
        return this;
    }

    @Override
    public Rows text(@Nullable String text) {
        if (text == null) {
            return nothing();
        }
        next();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> lines.append("\\\\");
                case '\t' -> lines.append("\\t");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                default -> lines.append(c);
            }
        }
        return this;
    }

    @Override
    public Rows day(@Nullable LocalDate day) {
        return day == null ? nothing() : text(day.toString());
    }

    @Override
    public Rows moment(Instant moment) {
        return text(moment.toString());
    }

    @Override
    public Rows shape(@Nullable Geometry shape) {
        return shape == null ? nothing() : text(WKBWriter.toHex(shapes.write(shape)));
    }

    @Override
    public Rows nothing() {
        next().append("\\N");
        return this;
    }

    @Override
    public void end() throws SQLException {
        lines.append('\n');
        begun = false;
        if (lines.length() > PIECE) {
            send();
        }
    }

    private void send() throws SQLException {
        var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    /** Ends the copy, or breaks it off where a row was left in the middle. */
    @Override
    public void close() throws SQLException {
        if (begun) {
            copy.cancelCopy();
            return;
        }
        send();
        copy.endCopy();
    }
}
