package org.socialobservatory.ingest.estimate;

import java.util.BitSet;

/**
 * The sums of one figure over one domain, with adjusted weights.
 *
 * @param universe Σw of those who should have answered
 * @param persons how many have
 * @param weight Σw of those
 * @param members primary sampling units that have one of those
 * @param largest x₁, negative infinity where there is none
 * @param second x₂
 */
record Moments(
        double universe,
        double persons,
        double weight,
        double y,
        double x,
        double yy,
        double xy,
        double xx,
        BitSet members,
        double largest,
        double second) {

    static Moments of(Measure measure, Domain domain, Sampled sampled) {
        var groups = sampled.groups();
        var sums = new double[8];
        int[] terms = {
            measure.universe(),
            measure.weight(),
            measure.y().term(),
            measure.x().term(),
            measure.squares().yy(),
            measure.squares().xy(),
            measure.squares().xx()
        };
        var members = new BitSet(sampled.frame().units());
        double[] persons = groups.term(measure.persons());
        double largest = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (int group : domain.groups()) {
            double factor = sampled.factor(group);
            for (int term = 0; term < terms.length; term++) {
                sums[term] += factor * groups.term(terms[term])[group];
            }
            sums[7] += persons[group];
            if (persons[group] > 0) {
                members.set(groups.unit(group));
            }
            if (measure.amounts() != null) {
                double first = groups.term(measure.amounts().largest())[group];
                double next = Math.min(largest, first);
                largest = Math.max(largest, first);
                second = Math.max(
                        second, Math.max(next, groups.term(measure.amounts().second())[group]));
            }
        }
        return new Moments(
                sums[0], sums[7], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], members, largest, second);
    }

    /** R̂ = Ŷ/X̂. */
    double quotient() {
        return y / x;
    }

    /**
     * S², what the variance of a simple random sample would be made of: n/(n−1)·Σwe²/Σw with e = (y−R̂x)·Σw/X̂. The mean of
     * e is zero by construction.
     */
    double spread() {
        double ratio = quotient();
        double squares = yy - 2 * ratio * xy + ratio * ratio * xx;
        double rounding = ROUNDING * (yy + ratio * ratio * xx);
        return squares <= rounding ? 0 : persons / (persons - 1) * squares * weight / (x * x);
    }

    /** Differences of sums that are this close are equal but for rounding. */
    private static final double ROUNDING = 1e-14;
}
