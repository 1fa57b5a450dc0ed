package org.socialobservatory.ingest.gate.facts;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The completed years of an age group's code as SDMX writes it, such as {@code Y15T24}, {@code Y_GE60} or {@code Y7}.
 *
 * @param to the last year, {@link #OPEN} where there is none
 */
record AgeBand(int from, int to) {

    static final int OPEN = 999;

    private static final Pattern CODE = Pattern.compile("Y(\\d{1,3})(?:T(\\d{1,3}))?|Y_(GE|LT)(\\d{1,3})");

    static Optional<AgeBand> of(String code) {
        var parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (parts.group(3) != null) {
            int limit = Integer.parseInt(parts.group(4));
            return Optional.of(parts.group(3).equals("GE") ? new AgeBand(limit, OPEN) : new AgeBand(0, limit - 1));
        }
        int from = Integer.parseInt(parts.group(1));
        return Optional.of(new AgeBand(from, parts.group(2) == null ? from : Integer.parseInt(parts.group(2))));
    }

    boolean isWithin(AgeBand other) {
        return from >= other.from && to <= other.to && !equals(other);
    }
}
