package org.socialobservatory.ingest.mapping;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.cube.Concept;

/** Age groups as SDMX writes them: the shared list names the usual ones, any other names itself. */
final class AgeGroup {

    private static final Pattern CODE = Pattern.compile("Y(\\d{1,3})(?:T(\\d{1,3}))?|Y_(GE|LT)(\\d{1,3})");

    private AgeGroup() {}

    /** The group of a code such as {@code Y15T24}, {@code Y_GE60} or {@code Y7}, named in three languages. */
    static Optional<Concept> of(String code) {
        var parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var label = parts.group(3) != null
                ? open(parts.group(3), Integer.parseInt(parts.group(4)))
                : closed(Integer.parseInt(parts.group(1)), parts.group(2));
        return Optional.of(new Concept(code, label, null));
    }

    private static Multilingual open(String side, int limit) {
        return side.equals("GE")
                ? Multilingual.of(
                        french(limit) + " et plus", arabic(limit, "سنتان") + " فأكثر", english(limit) + " and over")
                : Multilingual.of(
                        "moins de " + french(limit), "أقل من " + arabic(limit, "سنتين"), "under " + english(limit));
    }

    private static Multilingual closed(int first, @Nullable String last) {
        if (last == null) {
            return Multilingual.of(french(first), arabic(first, "سنتان"), english(first));
        }
        int to = Integer.parseInt(last);
        return Multilingual.of(
                first + "-" + french(to), "من " + first + " إلى " + arabic(to, "سنتين"), first + "–" + english(to));
    }

    private static String french(int years) {
        return years + (years < 2 ? " an" : " ans");
    }

    private static String english(int years) {
        return years + (years == 1 ? " year" : " years");
    }

    /** One and two have words of their own, three to ten count the plural, the rest the singular. */
    private static String arabic(int years, String two) {
        int counted = years % 100;
        return switch (years) {
            case 1 -> "سنة واحدة";
            case 2 -> two;
            default -> years + (counted >= 3 && counted <= 10 ? " سنوات" : " سنة");
        };
    }
}
