package org.socialobservatory.api.classification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the limits between classes are found. */
public enum ClassMethod {
    /** As many values in each class as in any other. */
    QUANTILE,
    /** Values as near as can be to the mean of their class (Fisher 1958, Jenks 1977). */
    JENKS,
    /** Classes of one width. */
    EQUAL,
    /** Classes one standard deviation wide, around the mean. */
    STDDEV,
    /** Limits that the reader gives. */
    MANUAL;

    /** The word of the parameter, such as {@code quantile}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ClassMethod> of(String code) {
        return Arrays.stream(values())
                .filter(method -> method.code().equals(code))
                .findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(ClassMethod::code).toList();
    }
}
