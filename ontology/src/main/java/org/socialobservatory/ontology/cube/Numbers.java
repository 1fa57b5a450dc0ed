package org.socialobservatory.ontology.cube;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The canonical form of published numbers: at most 15 significant digits, no trailing zeros, no exponent in text. */
public final class Numbers {

    /** The most digits that a binary double carries without loss, so that no store alters a number. */
    public static final MathContext PRECISION = new MathContext(15, RoundingMode.HALF_EVEN);

    /**
     * The powers of ten between which a double carries {@link #PRECISION} digits; outside, a number has no business in
     * social statistics and its plain text could fill the memory.
     */
    private static final int LARGEST_EXPONENT = 300;
    /** The scales of most published figures; they are tried before the general way, which is ten times slower. */
    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4};
    /** Integers below it have at most 15 digits. */
    private static final double LARGEST = 1e15;

    private Numbers() {}

    /** Whether a number can be published: zero, or between 1e-300 and 1e300 in size. */
    public static boolean publishable(BigDecimal number) {
        long exponent = (long) number.precision() - number.scale();
        return number.signum() == 0 || Math.abs(exponent) <= LARGEST_EXPONENT;
    }

    /** The number rounded to the precision of published numbers; refuses one that is not {@link #publishable}. */
    public static BigDecimal canonical(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (!publishable(number)) {
            throw new IllegalArgumentException("Too large or too small to publish: " + number);
        }
        var rounded = number.precision() > PRECISION.getPrecision() ? number.round(PRECISION) : number;
        if (rounded.scale() == 0) {
            return rounded;
        }
        var stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Canonical decimal text, such as {@code 0}, {@code -1.25} or {@code 1200}. */
    public static String text(BigDecimal number) {
        return canonical(number).toPlainString();
    }

    /** The canonical number that a store kept as a double. */
    public static BigDecimal ofStored(double stored) {
        for (int scale = 0; scale < POWERS_OF_TEN.length; scale++) {
            double whole = Math.rint(stored * POWERS_OF_TEN[scale]);
            // Only one decimal of at most 15 digits rounds to a given double, so the first that does is the number.
            if (Math.abs(whole) < LARGEST && whole / POWERS_OF_TEN[scale] == stored) {
                return whole == 0 ? BigDecimal.ZERO : BigDecimal.valueOf((long) whole, scale);
            }
        }
        return canonical(new BigDecimal(Double.toString(stored)));
    }
}
