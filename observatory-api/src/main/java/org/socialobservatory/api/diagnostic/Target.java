package org.socialobservatory.api.diagnostic;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/**
 * The value that an indicator should reach.
 *
 * @param value in the unit of the indicator
 */
public record Target(BigDecimal value, Standing standing) {

    private static final double MISSING = 0.05;

    /** Where a figure stands to its target. */
    public enum Standing {
        REACHED,
        NOT_REACHED,
        /** The target lies within the interval, or nothing is known of the figure. */
        NOT_ESTABLISHED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    static Optional<Target> of(Reading reading, Meaning meaning) {
        return Optional.ofNullable(meaning.target())
                .map(value -> new Target(
                        value,
                        switch (reading) {
                            case Estimate estimate -> standing(estimate, value.doubleValue(), meaning.direction());
                            case Reading.Unreadable _ -> Standing.NOT_ESTABLISHED;
                        }));
    }

    private static Standing standing(Estimate estimate, double target, Direction direction) {
        var bounds = estimate.bounds(MISSING);
        return switch (direction) {
            case HIGHER ->
                bounds.lower() >= target
                        ? Standing.REACHED
                        : bounds.upper() < target ? Standing.NOT_REACHED : Standing.NOT_ESTABLISHED;
            case LOWER ->
                bounds.upper() <= target
                        ? Standing.REACHED
                        : bounds.lower() > target ? Standing.NOT_REACHED : Standing.NOT_ESTABLISHED;
            case NONE -> Standing.NOT_ESTABLISHED;
        };
    }
}
