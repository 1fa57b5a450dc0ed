package org.socialobservatory.ingest.check.trust;

import org.socialobservatory.ontology.cube.Reliability;

/** The rule for figures that are no proportions: the standard error against the figure (Statistics Canada). */
public final class VariationRule {

    private static final double LEAST_RESPONDENTS = 30;
    private static final double RELIABLE = 0.165;
    private static final double CAUTION = 0.333;
    private static final double FEWEST_DEGREES = 8;

    private VariationRule() {}

    /**
     * Judges a figure.
     *
     * @param size respondents
     * @param degrees of freedom, infinite where they are not known
     * @param count whether it counts something: then 0 is an answer
     */
    public static Trust judge(double estimate, double error, double size, double degrees, boolean count) {
        if (degrees < 1) {
            return Trust.NO_INTERVAL;
        }
        if (size < LEAST_RESPONDENTS) {
            return Trust.unreliable(Trust.Rule.FEW_RESPONDENTS);
        }
        if (estimate == 0) {
            return count || error == 0 ? Trust.caution(Trust.Rule.AT_THE_EDGE) : Trust.unreliable(Trust.Rule.VARIATION);
        }
        double variation = error / Math.abs(estimate);
        if (variation > RELIABLE) {
            return new Trust(
                    variation <= CAUTION ? Reliability.CAUTION : Reliability.UNRELIABLE, Trust.Rule.VARIATION, false);
        }
        return degrees < FEWEST_DEGREES
                ? Trust.caution(Trust.Rule.FEW_DEGREES_OF_FREEDOM)
                : new Trust(Reliability.RELIABLE, Trust.Rule.SOUND, false);
    }
}
