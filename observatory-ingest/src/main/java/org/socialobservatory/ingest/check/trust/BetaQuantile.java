package org.socialobservatory.ingest.check.trust;

import org.apache.commons.math3.special.Beta;

/** Quantiles of the beta distribution to machine precision, by Newton's steps held in a bracket. */
final class BetaQuantile {

    private static final int STEPS = 200;
    /** Each step squares what is left of the distance: after one so short, nothing is left. */
    private static final double SHORT = 1e-9;
    /** Where a normal distribution has its 2.5 and 97.5 %: a first guess. */
    private static final double TAILS = 1.96;

    private BetaQuantile() {}

    static double of(double p, double a, double b) {
        if (!(a > 0) || !(b > 0)) {
            return a > 0 ? 1 : 0;
        }
        double below = 0;
        double above = 1;
        double at = guess(p, a, b);
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
            if (Math.abs(next - at) <= SHORT * Math.min(next, 1 - next)) {
                return next;
            }
            at = next;
        }
        return at;
    }

    private static double guess(double p, double a, double b) {
        double mean = a / (a + b);
        double spread = StrictMath.sqrt(mean * (1 - mean) / (a + b + 1));
        double guess = p < 0.5 ? mean - TAILS * spread : mean + TAILS * spread;
        return guess > 0 && guess < 1 ? guess : mean;
    }
}
