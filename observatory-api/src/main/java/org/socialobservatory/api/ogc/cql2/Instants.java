package org.socialobservatory.api.ogc.cql2;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.socialobservatory.api.ogc.cql2.Expression.Day;
import org.socialobservatory.api.ogc.cql2.Expression.Timestamp;
import org.socialobservatory.api.ogc.cql2.Expression.Unbounded;

/** Days and timestamps as they are written (RFC 3339). */
final class Instants {

    private static final String OPEN = "..";
    private static final int LENGTH_OF_DAY = 10;

    private Instants() {}

    static Expression day(String text) {
        try {
            return new Day(LocalDate.parse(text));
        } catch (DateTimeException malformed) {
            throw BadFilter.syntax(text, List.of("2024-12-31"));
        }
    }

    static Expression timestamp(String text) {
        try {
            return new Timestamp(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException malformed) {
            throw BadFilter.syntax(text, List.of("2024-12-31T23:59:59Z"));
        }
    }

    /** An end of an interval: a day, a timestamp, or none. */
    static Expression end(String text) {
        return text.equals(OPEN) ? new Unbounded() : text.length() == LENGTH_OF_DAY ? day(text) : timestamp(text);
    }

    /** An end as it is written. */
    static String text(Expression end) {
        return switch (end) {
            case Day day -> day.value().toString();
            case Timestamp timestamp -> timestamp.value().toString();
            case Unbounded _ -> OPEN;
            default -> throw new IllegalArgumentException("No end of an interval: " + end);
        };
    }
}
