package org.socialobservatory.api.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Picks the form that a reader likes best (RFC 9110 §12.5.1): the most specific range decides on a type. */
public final class Negotiation {

    private Negotiation() {}

    /**
     * The best form; of equally good ones the first offered. Who says nothing, or nothing that can be read, gets the
     * first; who accepts none of them gets none.
     *
     * @param accept the header
     * @param offered media types in the order of our preference
     */
    public static <T> Optional<T> best(@Nullable String accept, Map<MediaType, T> offered) {
        List<MediaType> ranges;
        try {
            ranges = MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException unreadable) {
            ranges = List.of();
        }
        if (ranges.isEmpty()) {
            return offered.values().stream().findFirst();
        }
        T best = null;
        double quality = 0;
        for (var form : offered.entrySet()) {
            double wanted = quality(ranges, form.getKey());
            if (wanted > quality) {
                best = form.getValue();
                quality = wanted;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double quality(List<MediaType> ranges, MediaType type) {
        double found = 0;
        int specific = -1;
        for (MediaType range : ranges) {
            int specificity = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
            if (specificity > specific && range.includes(type)) {
                specific = specificity;
                found = range.getQualityValue();
            }
        }
        return found;
    }
}
