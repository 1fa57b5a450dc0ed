package org.socialobservatory.ingest.check;

import java.math.BigDecimal;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * How far to trust a figure of a sample that somebody else computed, from its sample size and standard error:
 * proportions by the rule of the NCHS (Parker et al. 2017), others by the coefficient of variation (Statistics Canada).
 */
final class Trust {

    private static final double LEAST_RESPONDENTS = 30;
    private static final double WIDEST = 0.30;
    private static final double NARROW = 0.05;
    private static final double WIDEST_RELATIVE = 1.30;
    private static final double RELIABLE_VARIATION = 0.165;
    private static final double CAUTION_VARIATION = 0.333;
    private static final double TAIL = 0.025;

    private Trust() {}

    static Reliability received(BigDecimal number, Uncertainty uncertainty, Indicator indicator) {
        if (uncertainty.sampleSize() == null || uncertainty.standardError() == null) {
            return Reliability.CAUTION;
        }
        double size = uncertainty.sampleSize().doubleValue();
        double error = uncertainty.standardError().doubleValue();
        if (indicator.kind() == Indicator.Kind.PROPORTION) {
            double scale = indicator.unit().equals("percent") ? 100 : 1;
            return proportion(number.doubleValue() / scale, error / scale, size);
        }
        return other(number.doubleValue(), error, size, indicator);
    }

    private static Reliability other(double estimate, double error, double size, Indicator indicator) {
        if (size < LEAST_RESPONDENTS) {
            return Reliability.UNRELIABLE;
        }
        if (estimate == 0) {
            return indicator.kind() == Indicator.Kind.COUNT || error == 0
                    ? Reliability.CAUTION
                    : Reliability.UNRELIABLE;
        }
        double variation = error / Math.abs(estimate);
        if (variation <= RELIABLE_VARIATION) {
            return Reliability.RELIABLE;
        }
        return variation <= CAUTION_VARIATION ? Reliability.CAUTION : Reliability.UNRELIABLE;
    }

    private static Reliability proportion(double share, double error, double size) {
        boolean edge = share <= 0 || share >= 1;
        double effective = edge || error == 0 ? size : share * (1 - share) / (error * error);
        double basis = Math.min(size, effective);
        if (basis < LEAST_RESPONDENTS) {
            return Reliability.UNRELIABLE;
        }
        double width = edge ? 1 - Math.pow(TAIL, 1 / size) : width(share, basis);
        boolean relativelyWide = width > NARROW && share > 0 && width / share > WIDEST_RELATIVE;
        if (width >= WIDEST || relativelyWide) {
            return Reliability.UNRELIABLE;
        }
        return edge ? Reliability.CAUTION : Reliability.RELIABLE;
    }

    /** Width of the interval of Clopper and Pearson with an effective sample (Korn and Graubard 1998). */
    private static double width(double share, double basis) {
        double successes = basis * share;
        double failures = basis * (1 - share);
        double lower = new BetaDistribution(successes, failures + 1).inverseCumulativeProbability(TAIL);
        double upper = new BetaDistribution(successes + 1, failures).inverseCumulativeProbability(1 - TAIL);
        return upper - lower;
    }
}
