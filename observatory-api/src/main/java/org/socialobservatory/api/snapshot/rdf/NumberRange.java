package org.socialobservatory.api.snapshot.rdf;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The numbers that compare with a constant as a filter asks. They are compared by their digits: for each number of
 * decimals the digits wanted lie between two whole numbers.
 */
final class NumberRange {

    /** Numbers with more decimals, or more zeros at the end, are compared one by one. */
    private static final int DECIMALS = 20;

    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** How a number stands to the constant. */
    enum Comparison {
        LESS("<"),
        AT_MOST("<="),
        EQUAL("="),
        AT_LEAST(">="),
        MORE(">"),
        UNEQUAL("!=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** Seen from the other side. */
        Comparison mirrored() {
            return switch (this) {
                case LESS -> MORE;
                case AT_MOST -> AT_LEAST;
                case EQUAL -> EQUAL;
                case AT_LEAST -> AT_MOST;
                case MORE -> LESS;
                case UNEQUAL -> UNEQUAL;
            };
        }

        boolean holds(int order) {
            return switch (this) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case EQUAL -> order == 0;
                case AT_LEAST -> order >= 0;
                case MORE -> order > 0;
                case UNEQUAL -> order != 0;
            };
        }
    }

    private final Comparison comparison;
    private final BigDecimal constant;
    private final long[] least = new long[2 * DECIMALS + 1];
    private final long[] most = new long[least.length];

    NumberRange(Comparison comparison, BigDecimal constant) {
        this.comparison = comparison;
        this.constant = constant;
        for (int place = 0; place < least.length; place++) {
            limits(place, constant.movePointRight(place - DECIMALS));
        }
    }

    private void limits(int place, BigDecimal digits) {
        var below = digits.setScale(0, RoundingMode.FLOOR);
        var above = digits.setScale(0, RoundingMode.CEILING);
        var from = switch (comparison) {
            case LESS, AT_MOST -> LEAST;
            case EQUAL, UNEQUAL, AT_LEAST -> above;
            case MORE -> below.add(BigDecimal.ONE);
        };
        var to = switch (comparison) {
            case LESS -> above.subtract(BigDecimal.ONE);
            case AT_MOST, EQUAL, UNEQUAL -> below;
            case AT_LEAST, MORE -> MOST;
        };
        boolean none = from.compareTo(to) > 0 || from.compareTo(MOST) > 0 || to.compareTo(LEAST) < 0;
        least[place] = none ? 1 : from.max(LEAST).longValueExact();
        most[place] = none ? 0 : to.min(MOST).longValueExact();
    }

    boolean holds(Figures figures, int cell) {
        int place = figures.scale(cell) + DECIMALS;
        if (place < 0 || place >= least.length) {
            return comparison.holds(figures.number(cell).compareTo(constant));
        }
        long digits = figures.unscaled(cell);
        return (digits >= least[place] && digits <= most[place]) != (comparison == Comparison.UNEQUAL);
    }

    @Override
    public String toString() {
        return comparison.sign + " " + constant.toPlainString();
    }
}
