package org.socialobservatory.ontology.cube;

import java.util.Locale;

/** How far a figure may be trusted, from its sample and its interval. */
public enum Reliability {
    RELIABLE,
    CAUTION,
    UNRELIABLE;

    /** Asked for with every cell. */
    private final String code = name().toLowerCase(Locale.ROOT);

    /** The code in the shared scheme {@code reliability}, such as {@code caution}. */
    public String code() {
        return code;
    }
}
