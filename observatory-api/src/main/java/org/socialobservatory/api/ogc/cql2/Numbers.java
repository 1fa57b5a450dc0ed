package org.socialobservatory.api.ogc.cql2;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Decimal arithmetic of 34 digits: what a published figure is made of stays exact. */
final class Numbers {

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private Numbers() {}

    /** The result; null where there is none, as for a division by zero. */
    static @Nullable BigDecimal of(Operator operator, BigDecimal a, BigDecimal b) {
        try {
            return switch (operator) {
                case PLUS -> a.add(b, DIGITS);
                case MINUS -> a.subtract(b, DIGITS);
                case TIMES -> a.multiply(b, DIGITS);
                case OVER -> a.divide(b, DIGITS);
                case REMAINDER -> a.remainder(b, DIGITS);
                case WHOLE_OVER -> a.divideToIntegralValue(b, DIGITS);
                case POWER -> power(a, b);
                default -> throw new IllegalArgumentException(operator.code());
            };
        } catch (ArithmeticException undefined) {
            return null;
        }
    }

    private static @Nullable BigDecimal power(BigDecimal a, BigDecimal b) {
        double power = StrictMath.pow(a.doubleValue(), b.doubleValue());
        return Double.isFinite(power) ? BigDecimal.valueOf(power) : null;
    }
}
