package org.socialobservatory.ontology.cube;

import java.util.Locale;

/** How far a figure may be trusted, from its sample and its interval. */
public enum Reliability {
    RELIABLE,
    CAUTION,
    UNRELIABLE;

    /** The code in the shared scheme {@code reliability}, such as {@code caution}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
