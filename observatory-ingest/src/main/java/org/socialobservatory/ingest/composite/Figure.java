package org.socialobservatory.ingest.composite;

import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.indicator.Indicator;

/** A published figure of one area in one component, and what it could as well be. */
sealed interface Figure {

    /** Half the width of a 95 % interval of the normal distribution, in standard deviations. */
    double NORMAL_95 = 1.959963984540054;
    /** Below it lie 97.5 % of the sizes of a normal number. */
    double SIZE_975 = 2.241402727604947;

    double value();

    /** What it could as well be. */
    double draw(Generator generator);

    /** One without an error, or of which the error is not known. */
    record Certain(double value) implements Figure {
        @Override
        public double draw(Generator generator) {
            return value;
        }
    }

    /** N(value, error²). */
    record Normal(double value, double error) implements Figure {
        @Override
        public double draw(Generator generator) {
            return value + error * generator.normal();
        }
    }

    /**
     * A share strictly between none and all, normal on the scale of log odds.
     *
     * @param error on that scale
     * @param whole the figure of all: 1 or 100
     */
    record Share(double value, double error, double whole) implements Figure {
        @Override
        public double draw(Generator generator) {
            double share = value / whole;
            double odds = StrictMath.log(share / (1 - share)) + error * generator.normal();
            return whole / (1 + StrictMath.exp(-odds));
        }
    }

    /**
     * A share of none or all, which has no log odds: half of a normal curve away from it, 97.5 % of which lies on this
     * side of the other end of its interval.
     *
     * @param other end of the interval
     * @param whole the figure of all: 1 or 100
     */
    record Edge(double value, double other, double whole) implements Figure {
        @Override
        public double draw(Generator generator) {
            double drawn = value + (other - value) * Math.abs(generator.normal()) / SIZE_975;
            return Math.clamp(drawn, 0, whole);
        }
    }

    /** A published figure; one that gives its interval and no error has the error that makes this interval. */
    static Figure of(Observed.Value published, Indicator indicator) {
        double value = published.number().doubleValue();
        var known = published.uncertainty();
        double whole = indicator.unit().equals("percent") ? 100 : 1;
        if (indicator.kind() == Indicator.Kind.PROPORTION && value >= 0 && value <= whole) {
            return value == 0 || value == whole ? edge(value, known, whole) : share(value, known, whole);
        }
        var error = error(known);
        return error == null || error == 0 ? new Certain(value) : new Normal(value, error);
    }

    private static Figure edge(double value, Uncertainty known, double whole) {
        var other = value == 0 ? known.upper() : known.lower();
        return other == null || other.doubleValue() == value
                ? new Certain(value)
                : new Edge(value, other.doubleValue(), whole);
    }

    private static Figure share(double value, Uncertainty known, double whole) {
        double share = value / whole;
        var error = error(known);
        return error == null || error == 0
                ? new Certain(value)
                : new Share(value, error / whole / (share * (1 - share)), whole);
    }

    private static @Nullable Double error(Uncertainty known) {
        if (known.standardError() != null) {
            return known.standardError().doubleValue();
        }
        return known.lower() == null || known.upper() == null
                ? null
                : known.upper().subtract(known.lower()).doubleValue() / (2 * NORMAL_95);
    }
}
