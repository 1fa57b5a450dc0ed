package org.socialobservatory.ingest.describe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The draft of a definition of an indicator that nobody has defined yet; its unit and kind are guessed by the words of
 * its name.
 *
 * @param label as the data write it
 * @param counts what a unit of the denominator is
 */
record Definition(String code, String label, String unit, String kind, String counts) {

    /** The columns of a table of definitions. */
    static final List<String> COLUMNS = List.of("code", "label", "unit", "kind", "counts");

    /** What a word of a name says about its figures. */
    private record Nature(String unit, String kind, String counts) {}

    private static final Nature SHARE = new Nature("percent", "proportion", "none");
    private static final Map<String, Nature> BY_WORD = new LinkedHashMap<>();

    static {
        // The first that is found decides: a rate of households is a rate.
        put(
                SHARE,
                "taux",
                "part",
                "pourcentage",
                "proportion",
                "share",
                "rate",
                "percent",
                "percentage",
                "معدل",
                "نسبة");
        put(new Nature("index", "index", "none"), "indice", "index", "score", "مؤشر");
        put(new Nature("years", "mean", "persons"), "age", "ans", "annees", "years", "duree", "عمر", "سنوات");
        put(new Nature("km", "mean", "none"), "distance", "km", "مسافة");
        put(
                new Nature("MAD", "mean", "households"),
                "revenu",
                "depense",
                "income",
                "expenditure",
                "loyer",
                "rent",
                "دخل");
        put(
                new Nature("number", "mean", "households"),
                "moyen",
                "moyenne",
                "mean",
                "average",
                "taille",
                "size",
                "متوسط");
        put(new Nature("households", "count", "households"), "menages", "households", "logements", "dwellings", "أسر");
        put(
                new Nature("persons", "count", "persons"),
                "population",
                "habitants",
                "inhabitants",
                "personnes",
                "persons",
                "femmes",
                "hommes",
                "women",
                "men",
                "enfants",
                "children",
                "سكان",
                "السكان",
                "أشخاص");
        put(new Nature("number", "count", "none"), "nombre", "effectif", "number", "count", "total", "عدد");
    }

    private static void put(Nature nature, String... words) {
        Stream.of(words).map(Word::plain).forEach(word -> BY_WORD.putIfAbsent(word, nature));
    }

    /** A draft for a name that the data use; a share in percent where its words say nothing. */
    static Definition of(String code, String name) {
        var words = " " + Word.plain(name) + " ";
        var nature = BY_WORD.entrySet().stream()
                .filter(entry -> words.contains(" " + entry.getKey() + " "))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(SHARE);
        var label = name.replaceAll("[-_]+", " ").strip();
        return new Definition(
                code,
                label.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + label.substring(1),
                nature.unit(),
                nature.kind(),
                nature.counts());
    }

    /** A row of a table of definitions. */
    String csv() {
        return Stream.of(code, label, unit, kind, counts)
                .map(field -> field.matches("(?s).*[\",\\r\\n].*") ? "\"" + field.replace("\"", "\"\"") + "\"" : field)
                .map(field -> field.replaceAll("[\\r\\n]+", " "))
                .collect(Collectors.joining(","));
    }
}
