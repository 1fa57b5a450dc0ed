package org.socialobservatory.ontology.meeting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the room said of a figure that it was shown. */
public enum Verdict {
    /** Nothing: it was seen. */
    SHOWN,
    CONFIRMED,
    /** It is not so here. */
    CONTESTED,
    /** It is so, and there is more to say. */
    COMPLETED;

    /** The code in the shared scheme {@code meeting-verdict}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Verdict> of(String code) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.code().equals(code))
                .findFirst();
    }

    /** Whether the room had anything to say. */
    public boolean speaks() {
        return this != SHOWN;
    }
}
