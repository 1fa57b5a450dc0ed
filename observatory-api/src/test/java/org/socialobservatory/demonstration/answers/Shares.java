package org.socialobservatory.demonstration.answers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Answers to a question from one end of its scale to the other, each with the share that gives it. */
final class Shares {

    private final Map<String, Double> byAnswer = new LinkedHashMap<>();

    /** @param answersAndShares such as {@code "jamais 0.5", "parfois 0.3", "souvent 0.2"}; they need not sum to 1 */
    static Shares of(String... answersAndShares) {
        var shares = new Shares();
        for (String one : answersAndShares) {
            int space = one.indexOf(' ');
            shares.byAnswer.put(one.substring(0, space), Double.valueOf(one.substring(space + 1)));
        }
        return shares;
    }

    /** @param yes the share that says yes */
    static Shares yes(double yes) {
        var shares = new Shares();
        shares.byAnswer.put("non", 1 - yes);
        shares.byAnswer.put("oui", yes);
        return shares;
    }

    /** The answer at a place of the order, between 0 and 1. */
    String at(double place) {
        double left =
                place * byAnswer.values().stream().mapToDouble(share -> share).sum();
        String last = "";
        for (var one : byAnswer.entrySet()) {
            last = one.getKey();
            left -= Objects.requireNonNull(one.getValue());
            if (left < 0) {
                break;
            }
        }
        return last;
    }
}
