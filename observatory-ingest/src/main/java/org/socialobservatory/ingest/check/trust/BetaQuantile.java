package org.socialobservatory.ingest.check.trust;

import org.apache.commons.math3.special.Beta;

/** Quantiles of the beta distribution to machine precision, by Newton's steps held in a bracket. */
final class BetaQuantile {

    private static final int STEPS = 200;
    /** A few units in the last place: closer the distribution function is not known either. */
    private static final double PRECISION = 1e-15;

    private BetaQuantile() {}

    static double of(double p, double a, double b) {
        if (!(a > 0) || !(b > 0)) {
            return a > 0 ? 1 : 0;
        }
        double below = 0;
        double above = 1;
        double at = a / (a + b);
        double constant = Beta.logBeta(a, b);
        for (int step = 0; step < STEPS; step++) {
            double excess = Beta.regularizedBeta(at, a, b) - p;
            if (excess > 0) {
                above = at;
            } else {
                below = at;
            }
            double density = StrictMath.exp((a - 1) * StrictMath.log(at) + (b - 1) * StrictMath.log1p(-at) - constant);
            double next = at - excess / density;
            if (!(next > below && next < above)) {
                next = (below + above) / 2;
            }
            if (Math.abs(next - at) <= PRECISION * next) {
                return next;
            }
            at = next;
        }
        return at;
    }
}
