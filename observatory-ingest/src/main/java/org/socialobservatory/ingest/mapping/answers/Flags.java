package org.socialobservatory.ingest.mapping.answers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Yes and no as exports write them. */
final class Flags {

    private Flags() {}

    /** What a text says; null where it is neither yes nor no. */
    static @Nullable Boolean of(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes", "oui", "vrai", "نعم", "1.0" -> true;
            case "0", "false", "no", "non", "faux", "لا", "0.0" -> false;
            default -> null;
        };
    }
}
