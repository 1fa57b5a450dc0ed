package org.socialobservatory.api.ogc.cql2;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An instant as exactly as it is known: a timestamp is known to the nanosecond, a day to the day in universal time. Two
 * are compared as finely as the coarser of them says, so that a timestamp equals its day.
 *
 * @param first the earliest that it can be
 * @param last the latest that it can be
 */
public record Moment(Instant first, Instant last) implements Comparable<Moment> {

    public static Moment day(LocalDate day) {
        var midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Moment(
                midnight,
                day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1));
    }

    public static Moment at(Instant instant) {
        return new Moment(instant, instant);
    }

    @Override
    public int compareTo(Moment other) {
        if (last.isBefore(other.first)) {
            return -1;
        }
        return first.isAfter(other.last) ? 1 : 0;
    }

    /** A time from one moment to another; an instant begins and ends at once. */
    record Span(Moment begin, Moment end) {}

    static final Moment NEVER_BEGUN = at(Instant.MIN);
    static final Moment NEVER_ENDING = at(Instant.MAX);

    /** How two times lie to one another (Allen 1983; 21-065r2, Table 7). */
    static boolean relates(Operator relation, Span a, Span b) {
        int begins = a.begin.compareTo(b.begin);
        int ends = a.end.compareTo(b.end);
        int beginsAtEnd = a.begin.compareTo(b.end);
        int endsAtBegin = a.end.compareTo(b.begin);
        return switch (relation) {
            case T_AFTER -> beginsAtEnd > 0;
            case T_BEFORE -> endsAtBegin < 0;
            case T_DISJOINT -> beginsAtEnd > 0 || endsAtBegin < 0;
            case T_INTERSECTS -> beginsAtEnd <= 0 && endsAtBegin >= 0;
            case T_EQUALS -> begins == 0 && ends == 0;
            case T_CONTAINS -> begins < 0 && ends > 0;
            case T_DURING -> begins > 0 && ends < 0;
            case T_FINISHEDBY -> begins < 0 && ends == 0;
            case T_FINISHES -> begins > 0 && ends == 0;
            case T_MEETS -> endsAtBegin == 0;
            case T_METBY -> beginsAtEnd == 0;
            case T_OVERLAPS -> begins < 0 && endsAtBegin > 0 && ends < 0;
            case T_OVERLAPPEDBY -> begins > 0 && beginsAtEnd < 0 && ends > 0;
            case T_STARTEDBY -> begins == 0 && ends > 0;
            case T_STARTS -> begins == 0 && ends < 0;
            default -> throw new IllegalArgumentException(relation.code());
        };
    }
}
