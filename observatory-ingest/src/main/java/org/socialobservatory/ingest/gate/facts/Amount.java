package org.socialobservatory.ingest.gate.facts;

import org.socialobservatory.ingest.gate.candidate.Quantity;

/**
 * An amount that adds up with others, as a part of the facts of which a cell speaks.
 *
 * @param owner index of the candidate that says it, or {@link #NOBODY} or {@link #EVERYBODY}
 * @param truth not a number where even the gate does not know it
 * @param lower below it no reader would look
 * @param upper above it no reader would look
 * @param base that a share was multiplied by; 0 for a sum
 */
public record Amount(int owner, double truth, double lower, double upper, double base) {

    /** A sum. */
    public Amount(int owner, double truth, double lower, double upper) {
        this(owner, truth, lower, upper, 0);
    }

    /** The same, as far as it was worked out. */
    public Amount withTruth(double found) {
        return new Amount(owner, found, lower, upper, base);
    }

    public Amount withLower(double least) {
        return new Amount(owner, truth, least, upper, base);
    }

    public Amount withUpper(double most) {
        return new Amount(owner, truth, lower, most, base);
    }

    /** Owns what no cell says, such as the rest that the parts leave of a whole. */
    public static final int NOBODY = -1;
    /** Owns what readers know whatever this edition says. */
    public static final int EVERYBODY = -2;

    /** What readers know whatever this edition says. */
    public static Amount known(Quantity quantity) {
        return new Amount(EVERYBODY, quantity.amount(), quantity.amount(), quantity.amount(), quantity.baseOrZero());
    }

    public boolean isUnknown() {
        return Double.isNaN(truth);
    }

    /** How far it could be moved up or down. */
    public double room(int direction) {
        return direction > 0 ? upper - truth : truth - lower;
    }
}
