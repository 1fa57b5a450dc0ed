package org.socialobservatory.api.diagnostic;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Numbers;

/**
 * A figure less another one, with the error of the difference (statistics.md §7).
 *
 * @param estimate in the unit of the indicator
 * @param error standard error; 0 between exact figures
 * @param degrees of freedom of both together; infinite where the sources do not say them
 * @param p two-sided, of the difference being chance; 0 or 1 between exact figures
 */
public record Difference(BigDecimal estimate, double error, double degrees, double p, Basis basis) {

    private static final double TAIL = 0.025;
    /** What is left of a variance when all of it should have cancelled out. */
    private static final double ROUNDING = 1e-9;

    /** From what the error was reckoned. */
    public enum Basis {
        /** Everybody was counted: there is none. */
        EXACT,
        /** The published covariance of an area with the one above it. */
        COVARIANCE,
        /** The share that an area has in the one around it. */
        SHARE,
        /** As if the two had nothing in common. */
        INDEPENDENT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An area's figure less that of an area around it, from the same source.
     *
     * @param direct whether it is the area directly above, to which the published covariance belongs
     */
    static Difference within(Estimate inner, Estimate outer, boolean direct) {
        if (inner.exact() || outer.exact()) {
            return apart(inner, outer);
        }
        if (direct && inner.parentCovariance() != null) {
            double variance = inner.variance()
                    + outer.variance()
                    - 2 * inner.parentCovariance().doubleValue();
            return of(inner, outer, variance, outer.degrees(), Basis.COVARIANCE);
        }
        var part = inner.base();
        var all = outer.base();
        if (part == null || all == null || all.signum() <= 0 || part.compareTo(all) > 0) {
            return of(inner, outer, inner.variance() + outer.variance(), outer.degrees(), Basis.INDEPENDENT);
        }
        double share = part.doubleValue() / all.doubleValue();
        double variance = outer.variance() + (1 - 2 * share) * inner.variance();
        return of(inner, outer, variance, outer.degrees(), Basis.SHARE);
    }

    /** A figure less one of other people, or of another time. */
    static Difference apart(Estimate one, Estimate other) {
        double degrees =
                one.exact() ? other.degrees() : other.exact() ? one.degrees() : one.degrees() + other.degrees();
        return of(
                one,
                other,
                one.variance() + other.variance(),
                degrees,
                one.exact() && other.exact() ? Basis.EXACT : Basis.INDEPENDENT);
    }

    private static Difference of(Estimate one, Estimate other, double variance, double degrees, Basis basis) {
        var estimate = Numbers.canonical(one.number().subtract(other.number()));
        double error = variance <= ROUNDING * (one.variance() + other.variance()) ? 0 : Math.sqrt(variance);
        double p = estimate.signum() == 0
                ? 1
                : error == 0 ? 0 : StudentT.twoSided(estimate.doubleValue() / error, degrees);
        return new Difference(estimate, error, degrees, p, basis);
    }

    /** The same seen from the other figure. */
    Difference reversed() {
        return new Difference(estimate.negate(), error, degrees, p, basis);
    }

    /** Whether there is anything to test: between exact figures there is not. */
    public boolean isTested() {
        return basis != Basis.EXACT;
    }

    /** Lower bound of the 95 % interval; null between exact figures. */
    public @Nullable BigDecimal lower() {
        return bound(-1);
    }

    /** Upper bound of the 95 % interval; null between exact figures. */
    public @Nullable BigDecimal upper() {
        return bound(1);
    }

    private @Nullable BigDecimal bound(int side) {
        return isTested()
                ? Numbers.canonical(
                        new BigDecimal(estimate.doubleValue() + side * StudentT.quantile(1 - TAIL, degrees) * error))
                : null;
    }
}
