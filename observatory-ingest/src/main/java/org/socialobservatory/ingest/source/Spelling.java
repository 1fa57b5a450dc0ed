package org.socialobservatory.ingest.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody probably meant. */
public final class Spelling {

    private static final int SHOWN = 3;
    /** Beyond so many candidates the search would cost more than it helps. */
    private static final int MOST_CANDIDATES = 20_000;

    private Spelling() {}

    private record Near(String word, double distance) {}

    /**
     * The words nearest to a word, at most three, the nearest first; none that is farther than half of its letters or
     * much farther than the nearest.
     */
    public static List<String> nearest(String word, Collection<String> candidates) {
        var found = new ArrayList<Near>();
        var wanted = fold(word);
        int seen = 0;
        for (String candidate : candidates) {
            if (++seen > MOST_CANDIDATES) {
                break;
            }
            var near = fold(candidate);
            int longest = Math.max(wanted.length(), near.length());
            if (longest == 0 || Math.abs(wanted.length() - near.length()) * 2 > longest) {
                continue;
            }
            double distance = (double) distance(wanted, near) / longest;
            if (distance <= 0.5) {
                found.add(new Near(candidate, distance));
            }
        }
        found.sort(Comparator.comparingDouble(Near::distance).thenComparing(Near::word));
        double farthest = found.isEmpty() ? 0 : found.getFirst().distance + 0.2;
        return found.stream()
                .filter(near -> near.distance <= farthest)
                .map(Near::word)
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    /** The nearest words in one text, or a dash where none is near; a few of a short list where none is near. */
    public static String nearestText(String word, Collection<String> candidates) {
        var near = nearest(word, candidates);
        if (near.isEmpty() && candidates.size() <= 12) {
            return candidates.isEmpty() ? "—" : String.join(", ", candidates);
        }
        return near.isEmpty() ? "—" : String.join(", ", near);
    }

    private static String fold(String word) {
        var shortened = word.length() > 120 ? word.substring(0, 120) : word;
        return shortened.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
    }

    /** Edits that turn one word into another, an exchange of neighbours counting once (Damerau 1964). */
    static int distance(String first, String second) {
        var before = new int[second.length() + 1];
        var last = new int[second.length() + 1];
        for (int j = 0; j <= second.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            var row = new int[second.length() + 1];
            row[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                boolean same = first.charAt(i - 1) == second.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && first.charAt(i - 1) == second.charAt(j - 2)
                        && first.charAt(i - 2) == second.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[second.length()];
    }
}
