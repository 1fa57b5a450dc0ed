package org.socialobservatory.ingest.mapping.tabulation;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** An exact number such as {@code 1/3}, in lowest terms. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public static final Fraction ZERO = of(0, 1);
    public static final Fraction ONE = of(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*/\\s*(\\d{1,9})|(\\d{1,9})(?:\\.(\\d{1,15}))?");

    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("Denominator " + denominator);
        }
        var common = numerator.gcd(denominator);
        if (common.signum() > 0) {
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** Reads {@code 1/3}, {@code 0.25} or {@code 1}; empty where the text is none of these. */
    public static Optional<Fraction> parse(String text) {
        var parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (parts.group(1) != null) {
            long below = Long.parseLong(parts.group(2));
            return below == 0 ? Optional.empty() : Optional.of(of(Long.parseLong(parts.group(1)), below));
        }
        var digits = parts.group(4) == null ? "" : parts.group(4);
        return Optional.of(new Fraction(new BigInteger(parts.group(3) + digits), BigInteger.TEN.pow(digits.length())));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** One of so many equal parts. */
    public Fraction dividedBy(int parts) {
        return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(parts)));
    }

    public double toDouble() {
        return numerator.doubleValue() / denominator.doubleValue();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
