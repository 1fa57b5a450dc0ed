package org.socialobservatory.api.diagnostic;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.socialobservatory.ingest.check.trust.Student;

/** Student's t with the degrees of freedom of a figure; the normal distribution where they are infinite. */
final class StudentT {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private StudentT() {}

    static double quantile(double p, double degrees) {
        return Double.isInfinite(degrees)
                ? NORMAL.inverseCumulativeProbability(p)
                : Student.quantile(p, Math.max(1, degrees));
    }

    /** The probability of a t at least as far from 0, to either side. */
    static double twoSided(double t, double degrees) {
        double below = -Math.abs(t);
        return Double.isInfinite(degrees)
                ? 2 * NORMAL.cumulativeProbability(below)
                : 2 * new TDistribution(null, Math.max(1, degrees)).cumulativeProbability(below);
    }
}
