package org.socialobservatory.api.page.sentence;

import java.text.Normalizer;
import java.util.Locale;
import org.socialobservatory.ontology.Language;

/** Where a French name changes the words around it: elision, contraction, number. Other languages leave names alone. */
final class French {

    private static final String VOWELS = "aeiouœæ";

    private French() {}

    /** {@code que Salé}, {@code qu’Agadir}; the name alone in the other languages. */
    static String than(Language language, String name) {
        return language != Language.FR ? name : beginsWithVowel(name) ? "qu’" + name : "que " + name;
    }

    /** {@code de Salé}, {@code d’Agadir}, {@code du Havre}, {@code des Oudayas}; the name alone in the other languages. */
    static String of(Language language, String name) {
        if (language != Language.FR) {
            return name;
        }
        if (name.startsWith("Le ")) {
            return "du " + name.substring(3);
        }
        if (isPlural(name)) {
            return "des " + name.substring(4);
        }
        return beginsWithVowel(name) ? "d’" + name : "de " + name;
    }

    /** Whether a name is one of several things, and takes its verb in the plural. */
    static boolean isPlural(String name) {
        return name.startsWith("Les ");
    }

    /** Before y, and before h, which names from elsewhere pronounce, nothing is elided. */
    private static boolean beginsWithVowel(String name) {
        var first = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return !first.isEmpty() && VOWELS.indexOf(first.charAt(0)) >= 0;
    }

    /** A label within a sentence: without its capital, unless that is one of several, as in GDP. */
    static String within(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(0)) && Character.isLowerCase(label.charAt(1))
                ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1)
                : label;
    }
}
