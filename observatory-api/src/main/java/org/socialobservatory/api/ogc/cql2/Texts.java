package org.socialobservatory.api.ogc.cql2;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How texts are compared where letters count as the same, and with a pattern. */
final class Texts {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private Texts() {}

    /** Without the difference of capitals; {@code ß} becomes {@code ss}, and all three sigmas are one (Unicode §3.13). */
    static String withoutCase(String text) {
        return text.toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Without marks on letters: accents, Arabic vowel signs, and the hamza on its seat. */
    static String withoutAccents(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    }

    /**
     * Whether a text is like a pattern: {@code %} stands for any characters, {@code _} for one, a backslash takes away
     * their meaning. Goes back to the last {@code %} alone, so that no pattern takes longer than both lengths multiplied.
     */
    static boolean isLike(String text, String pattern) {
        int t = 0;
        int p = 0;
        int star = -1;
        int resumed = 0;
        while (t < text.length()) {
            char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
            boolean escaped = wanted == '\\' && p + 1 < pattern.length();
            if (p < pattern.length() && wanted == '%') {
                star = p++;
                resumed = t;
            } else if (p < pattern.length() && takes(pattern, p, escaped, text.charAt(t))) {
                p += escaped ? 2 : 1;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resumed;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '%') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean takes(String pattern, int at, boolean escaped, char found) {
        return escaped ? pattern.charAt(at + 1) == found : pattern.charAt(at) == '_' || pattern.charAt(at) == found;
    }
}
