package org.socialobservatory.ingest.mapping.tabulation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives each respondent a code of a dimension, by one variable. */
public sealed interface Classifier {

    /** The variable that decides. */
    String variable();

    /** The codes that it can give, in order; empty where any value is its own code. */
    List<String> codes();

    /**
     * By the value of the variable.
     *
     * @param byValue value to code; empty where any value is its own code
     */
    record ByValue(String variable, Map<String, String> byValue) implements Classifier {
        public ByValue {
            byValue = Collections.unmodifiableMap(new LinkedHashMap<>(byValue));
        }

        @Override
        public List<String> codes() {
            return byValue.values().stream().distinct().toList();
        }
    }

    /** By the band in which the number lies; below the first band it has no code. */
    record ByBand(String variable, List<Band> bands) implements Classifier {
        public ByBand {
            bands = List.copyOf(bands);
        }

        @Override
        public List<String> codes() {
            return bands.stream().map(Band::code).toList();
        }
    }

    /**
     * A half-open range {@code [from, below)}.
     *
     * @param below null for the last band, which has no end
     */
    record Band(String code, int from, @Nullable Integer below) {

        /**
         * The bands that begin at some limits, the last one open: ages are {@code Y0T4} and {@code Y_GE60}, others
         * {@code 0T4} and {@code GE60}.
         */
        public static List<Band> from(String dimension, List<Integer> limits) {
            boolean age = dimension.equals("age");
            var bands = new java.util.ArrayList<Band>();
            for (int i = 0; i < limits.size(); i++) {
                int from = limits.get(i);
                var below = i + 1 < limits.size() ? limits.get(i + 1) : null;
                bands.add(new Band(code(age, from, below), from, below));
            }
            return List.copyOf(bands);
        }

        private static String code(boolean age, int from, @Nullable Integer below) {
            if (below == null) {
                return (age ? "Y_GE" : "GE") + from;
            }
            int last = below - 1;
            return (age ? "Y" : "") + (last == from ? String.valueOf(from) : from + "T" + last);
        }
    }
}
