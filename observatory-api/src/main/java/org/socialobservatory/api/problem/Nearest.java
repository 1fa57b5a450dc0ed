package org.socialobservatory.api.problem;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which codes somebody may have meant. */
final class Nearest {

    /** More would not be read. */
    private static final int MOST = 10;
    /** A longer value is nobody's slip, and comparing it costs its length. */
    private static final int LONGEST = 100;

    private record Candidate(String code, int distance) {}

    private Nearest() {}

    /** All candidates in their order where they are few, else the nearest ones, the nearest first. */
    static List<String> to(String value, Iterable<String> candidates) {
        var all = new ArrayList<String>();
        candidates.forEach(all::add);
        if (all.size() <= MOST) {
            return List.copyOf(all);
        }
        var wanted = folded(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
        return all.stream()
                .map(code -> new Candidate(code, distance(wanted, folded(code))))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::code))
                .limit(MOST)
                .map(Candidate::code)
                .toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance; a part of the other is nearer than its length says. */
    private static int distance(String wanted, String code) {
        if (!wanted.isEmpty() && (code.contains(wanted) || wanted.contains(code))) {
            return Math.min(2, Math.abs(code.length() - wanted.length()));
        }
        var above = new int[code.length() + 1];
        for (int j = 0; j <= code.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= wanted.length(); i++) {
            var row = new int[code.length() + 1];
            row[0] = i;
            for (int j = 1; j <= code.length(); j++) {
                int changed = above[j - 1] + (wanted.charAt(i - 1) == code.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[code.length()];
    }
}
