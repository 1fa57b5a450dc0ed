package org.socialobservatory.ontology;

/** The one form of every code: {@code [A-Za-z0-9][A-Za-z0-9._~-]{0,99}}, case-sensitive, safe in a path segment. */
public final class Codes {

    /** The most characters of a code. */
    private static final int LONGEST = 100;
    /** The total of the dimension sex. */
    public static final String TOTAL_OF_SEX = "T";
    /** The total of every dimension but sex. */
    public static final String TOTAL = "_T";

    private Codes() {}

    /** Whether the text has the form of a code; asked for every cell, so by hand and not by a regular expression. */
    public static boolean valid(String code) {
        if (code.isEmpty() || code.length() > LONGEST || !isLetterOrDigit(code.charAt(0))) {
            return false;
        }
        for (int i = 1; i < code.length(); i++) {
            char c = code.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '~' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** Returns the code, or refuses one outside the permitted characters. */
    public static String require(String code) {
        if (!valid(code)) {
            throw new IllegalArgumentException("Not a code: '" + code + "'");
        }
        return code;
    }

    /** Whether a code of this dimension stands for its total; both notations are accepted. */
    public static boolean isTotal(String code) {
        return code.equals(TOTAL) || code.equals(TOTAL_OF_SEX);
    }

    /** The notation of the total: {@code T} for sex, {@code _T} otherwise. */
    public static String totalOf(String dimension) {
        return dimension.equals("sex") ? TOTAL_OF_SEX : TOTAL;
    }
}
