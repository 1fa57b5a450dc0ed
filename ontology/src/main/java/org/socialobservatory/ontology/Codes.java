package org.socialobservatory.ontology;

import java.util.regex.Pattern;

/** The one form of every code: {@code [A-Za-z0-9][A-Za-z0-9._~-]{0,99}}, case-sensitive, safe in a path segment. */
public final class Codes {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,99}");
    /** The total of the dimension sex. */
    public static final String TOTAL_OF_SEX = "T";
    /** The total of every dimension but sex. */
    public static final String TOTAL = "_T";

    private Codes() {}

    public static boolean valid(String code) {
        return FORM.matcher(code).matches();
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
