package org.socialobservatory.ontology.cube;

import java.math.BigDecimal;
import org.socialobservatory.ontology.Term;

/**
 * What a cell says: a value, that its value is withheld, or that there is none. A withheld or missing cell has nowhere
 * to keep a number, so none can escape through it.
 */
public sealed interface Observed {

    /**
     * A published figure.
     *
     * @param number in the indicator's unit; percentages from 0 to 100; at most 15 significant digits
     * @param status how final it is
     * @param uncertainty what is known of its error
     * @param reliability how far to trust it
     */
    record Value(BigDecimal number, Status status, Uncertainty uncertainty, Reliability reliability)
            implements Observed {
        public Value {
            number = Numbers.canonical(number);
        }

        /** A final figure of an exhaustive source. */
        public static Value exhaustive(BigDecimal number) {
            return new Value(number, Status.NORMAL, Uncertainty.NONE, Reliability.RELIABLE);
        }
    }

    /** A cell that exists and that the gate does not publish; the one reason is disclosure. */
    @Term("obs:WithheldCell")
    record Withheld() implements Observed {
        public static final Withheld CELL = new Withheld();
    }

    /** A cell that the source declares to have no value. */
    @Term("obs:MissingCell")
    record Missing() implements Observed {
        public static final Missing CELL = new Missing();
    }

    /** The name of the state in data forms: normal, estimated, provisional, withheld or missing. */
    default String statusName() {
        return switch (this) {
            case Value value -> value.status().label();
            case Withheld _ -> "withheld";
            case Missing _ -> "missing";
        };
    }
}
