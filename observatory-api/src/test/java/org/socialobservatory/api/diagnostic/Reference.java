package org.socialobservatory.api.diagnostic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What R answered, by case and name; the program that asked it lies beside the answers. */
final class Reference {

    private static final Map<String, Map<String, Double>> CASES = read();

    private Reference() {}

    static Map<String, Double> of(String name) {
        return Objects.requireNonNull(CASES.get(name), name);
    }

    /** The numbers of a case that begin with a word and end with 1, 2, 3 … */
    static double[] row(String name, String word) {
        var known = of(name);
        int length = (int) known.keySet().stream()
                .filter(key -> key.matches(word + "\\d+"))
                .count();
        var row = new double[length];
        for (int i = 0; i < length; i++) {
            row[i] = Objects.requireNonNull(known.get(word + (i + 1)));
        }
        return row;
    }

    private static Map<String, Map<String, Double>> read() {
        try (var in = Objects.requireNonNull(Reference.class.getResourceAsStream("reference.csv"))) {
            var cases = new LinkedHashMap<String, Map<String, Double>>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        var parts = line.split(",", -1);
                        cases.computeIfAbsent(parts[0], _ -> new LinkedHashMap<>())
                                .put(parts[1], Double.parseDouble(parts[2]));
                    });
            return cases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
