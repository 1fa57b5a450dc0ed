package org.socialobservatory.api.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;

/** The query of an address as it was sent. */
final class RawQuery {

    /** A longer one of our doors is nobody's question; SPARQL has its own reader. */
    private static final int LONGEST = 8_000;

    /** A question in SPARQL and a filter are written in lines. */
    private static final Set<String> WITH_LINES = Set.of("query", "filter");

    private RawQuery() {}

    /** The last value of a plain parameter, not decoded; null where there is none. */
    static @Nullable String last(@Nullable String query, String name) {
        if (query == null) {
            return null;
        }
        String found = null;
        for (String part : query.split("&", -1)) {
            if (part.startsWith(name) && part.startsWith("=", name.length())) {
                found = part.substring(name.length() + 1);
            }
        }
        return found;
    }

    /** All parameters in their order; refuses what is not UTF-8 or holds control characters. */
    static Map<String, List<String>> decoded(@Nullable String query) {
        var values = new LinkedHashMap<String, List<String>>();
        if (query == null) {
            return values;
        }
        if (query.length() > LONGEST) {
            throw new Refused(ProblemRule.ADDRESS_TOO_LONG);
        }
        for (String part : query.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                var name = text(equals < 0 ? part : part.substring(0, equals), false);
                values.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(equals < 0 ? "" : text(part.substring(equals + 1), WITH_LINES.contains(name)));
            }
        }
        return values;
    }

    private static String text(String encoded, boolean withLines) {
        // The server hands on the bytes of the address as characters.
        var bytes = encoded.getBytes(StandardCharsets.ISO_8859_1);
        var text = PercentEncoding.decoded(bytes, 0, bytes.length);
        if (text.chars().anyMatch(letter -> Character.isISOControl(letter) && !(withLines && isSpace(letter)))) {
            throw new Refused(ProblemRule.MALFORMED_REQUEST);
        }
        return text;
    }

    private static boolean isSpace(int letter) {
        return letter == '\n' || letter == '\r' || letter == '\t';
    }
}
