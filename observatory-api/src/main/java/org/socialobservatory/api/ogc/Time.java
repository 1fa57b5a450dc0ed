package org.socialobservatory.api.ogc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.ogc.cql2.Moment;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;

/**
 * The time that a reader asks for with {@code datetime}: an instant or an interval (OGC 17-069r4 §7.15.4).
 *
 * @param from null where it has no beginning
 * @param to null where it has no end
 */
record Time(@Nullable Moment from, @Nullable Moment to) {

    static @Nullable Time read(Parameters parameters) {
        var text = parameters.one("datetime");
        if (text.isEmpty()) {
            return null;
        }
        var ends = text.get().split("/", -1);
        var from = instant(text.get(), ends[0], ends.length == 2);
        var to = ends.length == 2 ? instant(text.get(), ends[1], true) : from;
        if (ends.length > 2 || (from == null && to == null) || (from != null && to != null && from.compareTo(to) > 0)) {
            throw refused(text.get());
        }
        return new Time(from, to);
    }

    private static @Nullable Moment instant(String whole, String text, boolean mayBeOpen) {
        if (mayBeOpen && (text.isEmpty() || text.equals(".."))) {
            return null;
        }
        try {
            return text.length() == 10
                    ? Moment.day(LocalDate.parse(text))
                    : Moment.at(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException malformed) {
            throw refused(whole);
        }
    }

    private static BadParameter refused(String text) {
        return new BadParameter(ProblemRule.MALFORMED_VALUE, "datetime", text, List.of());
    }

    /** A meeting has its day; lasting areas and places are not bound to a time and match every one. */
    boolean takes(Layer.Feature feature) {
        return switch (feature) {
            case Layer.AreaFeature _, Layer.PlaceFeature _ -> true;
            case Layer.MeetingFeature meeting -> {
                var day = Moment.day(meeting.held().meeting().date());
                yield (from == null || day.compareTo(from) >= 0) && (to == null || day.compareTo(to) <= 0);
            }
        };
    }
}
