package org.socialobservatory.api.diagnostic;

import java.util.Locale;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/** How a figure stands to another one, said only as far as the data bear it. */
public enum Verdict {
    WORSE,
    BETTER,
    /** Less, of an indicator of which nobody says which way is better. */
    LOWER,
    HIGHER,
    NO_CLEAR_DIFFERENCE,
    NOT_COMPARABLE;

    /** The word of the data forms, such as {@code no clear difference}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether the two figures are established to differ. */
    public boolean isEstablished() {
        return compareTo(NO_CLEAR_DIFFERENCE) < 0;
    }

    /** What an established difference means. */
    static Verdict of(double difference, Direction direction) {
        return switch (direction) {
            case HIGHER -> difference > 0 ? BETTER : WORSE;
            case LOWER -> difference < 0 ? BETTER : WORSE;
            case NONE -> difference > 0 ? HIGHER : LOWER;
        };
    }
}
