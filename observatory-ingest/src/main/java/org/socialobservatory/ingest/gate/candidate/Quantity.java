package org.socialobservatory.ingest.gate.candidate;

import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * What of a figure adds up over areas and breakdowns: a sum itself, or a share, mean or ratio times its base.
 *
 * @param amount not a number where nothing adds up
 * @param base the denominator, or the sample size where none is published; null for a sum
 */
public record Quantity(double amount, @Nullable Double base) {

    public static final Quantity NONE = new Quantity(Double.NaN, null);
    private static final double PERCENT = 100;

    public static Quantity of(Observed.Value value, Indicator indicator) {
        double number = value.number().doubleValue();
        return switch (indicator.kind()) {
            case COUNT, TOTAL -> new Quantity(number, null);
            case PROPORTION, MEAN, RATIO -> {
                var base = base(value);
                double share = indicator.unit().equals("percent") ? number / PERCENT : number;
                yield base == null ? NONE : new Quantity(share * base, base);
            }
            // An index of persons, such as M0, has a denominator; one of areas has none.
            case INDEX -> {
                var base = value.uncertainty().denominator();
                yield base == null ? NONE : new Quantity(number * base.doubleValue(), base.doubleValue());
            }
            case QUANTILE -> NONE;
        };
    }

    private static @Nullable Double base(Observed.Value value) {
        var uncertainty = value.uncertainty();
        var base = uncertainty.denominator() == null ? uncertainty.sampleSize() : uncertainty.denominator();
        return base == null ? null : Double.valueOf(base.doubleValue());
    }

    public double baseOrZero() {
        return base == null ? 0 : base;
    }

    public double baseOrNaN() {
        return base == null ? Double.NaN : base;
    }

    public boolean addsUp() {
        return !Double.isNaN(amount);
    }
}
