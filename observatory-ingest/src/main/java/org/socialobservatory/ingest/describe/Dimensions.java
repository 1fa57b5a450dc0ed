package org.socialobservatory.ingest.describe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Dimensions of a breakdown, by the titles of their columns and the words in them. */
final class Dimensions {

    private static final Map<String, Word> BY_TITLE = new LinkedHashMap<>();
    private static final Map<String, Map<String, String>> WORDS = new LinkedHashMap<>();
    private static final Set<String> TOTALS = Set.of(
            "ensemble",
            "total",
            "tous",
            "toutes",
            "les deux",
            "both",
            "all",
            "deux sexes",
            "both sexes",
            "tout age",
            "المجموع",
            "الجميع",
            "الكل");

    static {
        BY_TITLE.put("sex", Word.SEX);
        BY_TITLE.put("age", Word.AGE);
        BY_TITLE.put("urbanisation", Word.URBANISATION);
        BY_TITLE.put("disability", Word.DISABILITY);
        BY_TITLE.put("education", Word.EDUCATION);
        words(
                "sex", "F", "f", "femme", "femmes", "feminin", "female", "women", "fille", "filles", "2", "أنثى",
                "إناث", "نساء");
        words(
                "sex",
                "M",
                "m",
                "h",
                "homme",
                "hommes",
                "masculin",
                "male",
                "men",
                "garcon",
                "garcons",
                "1",
                "ذكر",
                "ذكور",
                "رجال");
        words("sex", "T", "t", "e", "mf", "hf");
        words("urbanisation", "U", "u", "urbain", "urbaine", "urban", "حضري");
        words("urbanisation", "R", "r", "rural", "rurale", "قروي");
    }

    private Dimensions() {}

    private static void words(String dimension, String code, String... words) {
        var known = WORDS.computeIfAbsent(dimension, _ -> new LinkedHashMap<>());
        for (String word : words) {
            known.put(word, code);
        }
    }

    /** The dimension that a column holds, by its title or because its words are known to be of one. */
    static Optional<String> of(FileProfile.Column column) {
        for (var entry : BY_TITLE.entrySet()) {
            if (entry.getValue().fits(column.name())) {
                return Optional.of(entry.getKey());
            }
        }
        if (column.isNumeric() || column.values().size() > 12) {
            return Optional.empty();
        }
        return WORDS.keySet().stream()
                .filter(dimension -> column.values().stream()
                        .allMatch(value -> code(dimension, value).isPresent()))
                .findFirst();
    }

    /** The code of a word in a dimension. */
    static Optional<String> code(String dimension, String word) {
        var plain = Word.plain(word);
        var known = WORDS.getOrDefault(dimension, Map.of()).get(plain);
        if (known != null) {
            return Optional.of(known);
        }
        return TOTALS.contains(plain) ? Optional.of(dimension.equals("sex") ? "T" : "_T") : Optional.empty();
    }

    static boolean isTotal(String word) {
        return word.equals("T") || word.equals("_T");
    }
}
