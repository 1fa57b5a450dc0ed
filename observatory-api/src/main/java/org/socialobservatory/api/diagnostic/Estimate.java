package org.socialobservatory.api.diagnostic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/**
 * A published figure that can be compared: a number and its error, in the unit of the indicator.
 *
 * @param exact whether everybody was counted, so that there is no error of sampling
 * @param error standard error; 0 where exact
 * @param degrees of freedom; infinite where the source does not say them
 * @param respondents behind the figure; 0 where the source does not say
 * @param whole the number of which a proportion is a part, 100 for a percentage; 0 for all that is no proportion
 * @param base estimated size of what the figure is about
 * @param parentCovariance with the same figure of the area above
 */
record Estimate(
        BigDecimal number,
        boolean exact,
        double error,
        double degrees,
        double respondents,
        double whole,
        @Nullable BigDecimal base,
        @Nullable BigDecimal parentCovariance)
        implements Reading {

    /** Half the level left outside an interval of 95 %. */
    private static final double TAIL = 0.025;
    /** As pages write exact figures: a percentage with one decimal, others with at most two. */
    private static final int DECIMALS_OF_PERCENT = 1;

    private static final int MOST_DECIMALS = 2;

    /** Reads a cell; the reason where it cannot be compared with any other. */
    static Reading of(PublishedCell cell, Meaning meaning) {
        return switch (cell.observed()) {
            case Observed.Withheld _ -> new Reading.Unreadable(Reason.WITHHELD);
            case Observed.Missing _ -> new Reading.Unreadable(Reason.MISSING);
            case Observed.Value value -> of(value, cell.coverage(), meaning);
        };
    }

    static Reading of(Observed.Value value, Coverage coverage, Meaning meaning) {
        var known = value.uncertainty();
        if (value.reliability() == Reliability.UNRELIABLE) {
            return new Reading.Unreadable(Reason.UNRELIABLE);
        }
        double degrees = known.degreesOfFreedom() == null
                ? Double.POSITIVE_INFINITY
                : known.degreesOfFreedom().doubleValue();
        boolean exact = coverage == Coverage.EXHAUSTIVE && known.standardError() == null && known.lower() == null;
        double error = exact ? 0 : error(known, degrees);
        return Double.isNaN(error)
                ? new Reading.Unreadable(Reason.NO_ERROR)
                : new Estimate(
                        exact ? asWritten(value.number(), meaning) : value.number(),
                        exact,
                        error,
                        degrees,
                        known.sampleSize() == null ? 0 : known.sampleSize().doubleValue(),
                        whole(meaning),
                        known.denominator(),
                        known.parentCovariance());
    }

    /**
     * The standard error; where the source tells the interval only, and where nobody or everybody in the sample is
     * concerned, what the width of the interval says (statistics.md §3). NaN where nothing is known.
     */
    private static double error(Uncertainty known, double degrees) {
        if (known.standardError() != null && known.standardError().signum() > 0) {
            return known.standardError().doubleValue();
        }
        if (known.lower() != null && known.upper() != null) {
            return known.upper().subtract(known.lower()).doubleValue() / (2 * StudentT.quantile(1 - TAIL, degrees));
        }
        return Double.NaN;
    }

    /** What is written alike is alike. */
    private static BigDecimal asWritten(BigDecimal number, Meaning meaning) {
        int decimals = meaning.unit().equals("percent") ? DECIMALS_OF_PERCENT : MOST_DECIMALS;
        return number.setScale(Math.min(decimals, Math.max(number.scale(), 0)), RoundingMode.HALF_UP);
    }

    private static double whole(Meaning meaning) {
        return meaning.kind() != Kind.PROPORTION ? 0 : meaning.unit().equals("percent") ? 100 : 1;
    }

    double value() {
        return number.doubleValue();
    }

    double variance() {
        return error * error;
    }

    /**
     * The interval that misses the figure with a given probability (statistics.md §3): of a proportion on the scale of
     * the logit, and where nobody is concerned from how many were asked.
     */
    Bounds bounds(double missing) {
        if (error == 0) {
            return new Bounds(value(), value());
        }
        double half = StudentT.quantile(1 - missing / 2, degrees) * error;
        if (whole == 0) {
            return new Bounds(value() - half, value() + half);
        }
        double share = value() / whole;
        if (share <= 0 || share >= 1) {
            double reach = respondents > 0
                    ? whole * (1 - StrictMath.pow(missing / 2, 1 / respondents))
                    : Math.min(whole, 2 * half);
            return share <= 0 ? new Bounds(0, reach) : new Bounds(whole - reach, whole);
        }
        double logit = StrictMath.log(share / (1 - share));
        double reach = half / whole / (share * (1 - share));
        return new Bounds(whole * share(logit - reach), whole * share(logit + reach));
    }

    private static double share(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** Between which numbers a figure lies. */
    record Bounds(double lower, double upper) {}
}
