package org.socialobservatory.ontology.cube;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How final a published value is; the notation is that of the SDMX code list of observation status. */
public enum Status {
    NORMAL("A"),
    ESTIMATED("E"),
    PROVISIONAL("P");

    private final String notation;
    /** Asked for with every cell. */
    private final String label = name().toLowerCase(Locale.ROOT);

    Status(String notation) {
        this.notation = notation;
    }

    public String notation() {
        return notation;
    }

    /** The word of the data forms, such as {@code normal}. */
    public String label() {
        return label;
    }

    /** The status of a word or SDMX notation. */
    public static Optional<Status> of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.label().equals(text) || status.notation.equals(text))
                .findFirst();
    }
}
