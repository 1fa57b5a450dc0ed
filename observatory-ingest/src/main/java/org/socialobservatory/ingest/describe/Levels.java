package org.socialobservatory.ingest.describe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Levels by the words that file names and columns use for them. */
final class Levels {

    private static final Map<String, String> BY_WORD = new LinkedHashMap<>();

    static {
        put("arrondissement", "arrondissement", "arrondissements", "arr", "مقاطعات", "مقاطعة");
        put("quartier", "quartier", "quartiers", "neighbourhood", "neighbourhoods", "أحياء", "حي");
        put("iris", "iris");
        put("qpv", "qpv");
        put("commune", "commune", "communes", "municipality", "municipalities", "جماعات", "جماعة");
        put("town", "ville", "villes", "town", "towns", "city", "cities", "مدينة", "مدن");
        put("cercle", "cercle", "cercles", "دائرة", "دوائر");
        put("prefecture", "prefecture", "prefectures", "عمالة", "عمالات");
        put("province", "province", "provinces", "إقليم", "أقاليم");
        put("region", "region", "regions", "جهة", "جهات");
        put("department", "departement", "departements", "department", "departments");
        put("district", "district", "districts");
        put("country", "pays", "country", "countries", "بلد");
    }

    private Levels() {}

    private static void put(String level, String... words) {
        for (String word : words) {
            BY_WORD.put(word, level);
        }
    }

    /** The level that a file name speaks of. */
    static Optional<String> in(String name) {
        var words = " " + Word.plain(name) + " ";
        return BY_WORD.entrySet().stream()
                .filter(entry -> words.contains(" " + entry.getKey() + " "))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
