package org.socialobservatory.ontology.cube;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.socialobservatory.ontology.Codes;

/**
 * The codes of an observation in the dimensions beyond indicator, area and period; a dimension at its total is left
 * out.
 *
 * @param codes dimension to code, sorted by dimension, without totals
 */
public record Breakdown(SortedMap<String, String> codes) {

    private static final Breakdown TOTAL = new Breakdown(Collections.emptySortedMap());

    public Breakdown {
        var kept = new TreeMap<String, String>();
        codes.forEach((dimension, code) -> {
            if (!Codes.isTotal(code)) {
                kept.put(Codes.require(dimension), Codes.require(code));
            }
        });
        codes = Collections.unmodifiableSortedMap(kept);
    }

    /** Everybody: every dimension at its total. */
    public static Breakdown total() {
        return TOTAL;
    }

    public static Breakdown of(Map<String, String> codes) {
        return codes.isEmpty() ? TOTAL : new Breakdown(new TreeMap<>(codes));
    }

    /** Reads the form that {@link #toString()} writes. */
    public static Breakdown parse(String text) {
        if (text.equals(Codes.TOTAL)) {
            return TOTAL;
        }
        var codes = new TreeMap<String, String>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1 || codes.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("Not a breakdown: '" + text + "'");
            }
        }
        return new Breakdown(codes);
    }

    /** The code in a dimension, its total where the dimension is left out. */
    public String code(String dimension) {
        return codes.getOrDefault(dimension, Codes.totalOf(dimension));
    }

    public boolean isTotal() {
        return codes.isEmpty();
    }

    /** {@code dim=code} joined by commas in order of dimension, or {@code _T}: the last step of an observation's IRI. */
    @Override
    public String toString() {
        if (codes.isEmpty()) {
            return Codes.TOTAL;
        }
        var text = new StringBuilder();
        codes.forEach((dimension, code) -> text.append(text.isEmpty() ? "" : ",")
                .append(dimension)
                .append('=')
                .append(code));
        return text.toString();
    }
}
