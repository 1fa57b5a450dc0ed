package org.socialobservatory.ingest.check.trust;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;

/** Quantiles of Student's t. The same few are asked for by thousands of cells. */
public final class Student {

    private static final double PRECISION = 1e-14;
    private static final Map<Asked, Double> KNOWN = new ConcurrentHashMap<>();
    /** Enough for a survey; beyond, each is computed when asked for. */
    private static final int MOST_KNOWN = 10_000;

    private record Asked(double p, double degrees) {}

    private Student() {}

    /** The number below which t stays with probability {@code p}. */
    public static double quantile(double p, double degrees) {
        var asked = new Asked(p, degrees);
        var known = KNOWN.get(asked);
        if (known != null) {
            return known;
        }
        double quantile = new TDistribution(null, degrees, PRECISION).inverseCumulativeProbability(p);
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(asked, quantile);
        }
        return quantile;
    }
}
