package org.socialobservatory.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** Numbers that stand in a package and must not come out of any door, however they are written. */
final class Secrets {

    /** The value, sample size and error beside a declared {@code status: withheld}. */
    static final String DECLARED = "31415.926";

    static final String DECLARED_SAMPLE = "1618034";
    static final String DECLARED_ERROR = "577.2157";

    /** A count below {@code minCount}. */
    static final String COUNTED = "2718281";

    private static final List<String> DIGITS = List.of("31415926", "1618034", "5772157", "2718281");

    /** What stands between the digits of one number: points, commas, spaces of all kinds, also as entities. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}.,'’]|&nbsp;|&#\\d+;");

    private Secrets() {}

    static void assertAbsent(String where, String text) {
        var digits = BETWEEN.matcher(text).replaceAll("");
        for (String secret : DIGITS) {
            assertThat(digits.contains(secret)).as("%s in %s", secret, where).isFalse();
        }
    }
}
