package org.socialobservatory.ingest.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;

/** What a row says of a cell. A withheld one has nowhere to keep the number that stood beside it. */
public sealed interface Figure {

    /** A number with what is known of its error; shared by the cells of a resource that say the same. */
    record Stated(BigDecimal number, Status status, Uncertainty uncertainty) implements Figure {}

    /** Withheld by the source. */
    record Withheld() implements Figure {
        static final Withheld FIGURE = new Withheld();
    }

    /** No value. */
    record Missing() implements Figure {
        static final Missing FIGURE = new Missing();
    }

    /** The state that a word of the status column means. */
    enum State {
        NORMAL,
        ESTIMATED,
        PROVISIONAL,
        WITHHELD,
        MISSING;

        /** By the word of the data forms or the notation of SDMX; null where it is neither. */
        static @Nullable State of(String word) {
            return switch (word) {
                case "normal", "A" -> NORMAL;
                case "estimated", "E" -> ESTIMATED;
                case "provisional", "P" -> PROVISIONAL;
                case "withheld", "C", "Q" -> WITHHELD;
                case "missing", "M", "O", "L" -> MISSING;
                default -> null;
            };
        }
    }
}
