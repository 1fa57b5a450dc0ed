package org.socialobservatory.ingest.check.trust;

import org.socialobservatory.ontology.cube.Reliability;

/**
 * The presentation standards for proportions of the National Center for Health Statistics (Parker et al. 2017), on the
 * interval of Korn and Graubard (1998): that of Clopper and Pearson with the effective sample size.
 *
 * @param basis the sample size that the interval is made with
 * @param lower its lower bound
 * @param upper its upper bound
 */
public record ProportionRule(Trust trust, double basis, double lower, double upper) {

    private static final double LEAST_RESPONDENTS = 30;
    /** Widths in shares, not in points. */
    private static final double WIDEST = 0.30;

    private static final double NARROW = 0.05;
    private static final double WIDEST_RELATIVE = 1.30;
    private static final double FEWEST_DEGREES = 8;
    private static final double TAIL = 0.025;

    /**
     * Judges a proportion.
     *
     * @param share from 0 to 1
     * @param size respondents
     * @param effective effective sample size, infinite where nothing varies
     * @param degrees of freedom of the domain; infinite where they are not known: then the sample is not adjusted
     */
    public static ProportionRule judge(double share, double size, double effective, double degrees) {
        if (degrees < 1) {
            return new ProportionRule(Trust.NO_INTERVAL, size, 0, 1);
        }
        boolean edge = share <= 0 || share >= 1;
        double independent = edge ? size : effective;
        double basis = edge ? size : Math.min(size, independent * adjustment(size, degrees));
        double lower =
                share <= 0 ? 0 : edge ? edgeBound(size) : BetaQuantile.of(TAIL, basis * share, rest(basis, share) + 1);
        double upper = share >= 1
                ? 1
                : edge ? 1 - edgeBound(size) : BetaQuantile.of(1 - TAIL, basis * share + 1, rest(basis, share));
        var trust = Math.min(size, independent) < LEAST_RESPONDENTS
                ? Trust.unreliable(Trust.Rule.FEW_RESPONDENTS)
                : byWidth(share, upper - lower, degrees, edge);
        return new ProportionRule(trust, basis, lower, upper);
    }

    private static double rest(double basis, double share) {
        return basis * (1 - share);
    }

    /** The bound that is left open by a sample in which all, or none, have what is counted. */
    private static double edgeBound(double size) {
        return StrictMath.pow(TAIL, 1 / size);
    }

    /** How much less a sample says whose variance is known with few degrees of freedom. */
    private static double adjustment(double size, double degrees) {
        if (Double.isInfinite(degrees) || size < 2) {
            return 1;
        }
        double ratio = Student.quantile(1 - TAIL, size - 1) / Student.quantile(1 - TAIL, degrees);
        return ratio * ratio;
    }

    private static Trust byWidth(double share, double width, double degrees, boolean edge) {
        if (width >= WIDEST) {
            return Trust.unreliable(Trust.Rule.WIDE);
        }
        if (width > NARROW && share > 0 && width / share > WIDEST_RELATIVE) {
            return Trust.unreliable(Trust.Rule.RELATIVELY_WIDE);
        }
        boolean complement = width > NARROW && share < 1 && width / (1 - share) > WIDEST_RELATIVE;
        if (degrees < FEWEST_DEGREES) {
            return new Trust(Reliability.CAUTION, Trust.Rule.FEW_DEGREES_OF_FREEDOM, complement);
        }
        return edge
                ? new Trust(Reliability.CAUTION, Trust.Rule.AT_THE_EDGE, complement)
                : new Trust(Reliability.RELIABLE, Trust.Rule.SOUND, complement);
    }
}
