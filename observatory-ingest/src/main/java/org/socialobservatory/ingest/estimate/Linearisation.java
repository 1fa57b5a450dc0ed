package org.socialobservatory.ingest.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.estimate.design.Influence;

/**
 * Figures of one measure over the domains of one breakdown, their variance by Taylor linearisation: what a figure does
 * when one sampling unit is a little heavier is linear, z = wd(y−R̂x)/X̂ of a quotient and z = wdy of a sum.
 */
final class Linearisation implements Variability {

    /** A standard error below this part of what it was computed from is what rounding leaves of zero. */
    private static final double ROUNDING = 1e-12;

    private final Sampled sampled;
    private final double[] scratch;
    private final BitSet touched;
    private final double[] base;
    /** The weights of those who do not exceed a number; of the domain at hand only. */
    private double[] below = new double[0];

    /** A figure with what moves it. */
    private record Moved(
            Moments moments,
            double value,
            double variance,
            @Nullable Influence influence) {}

    Linearisation(Sampled sampled) {
        this.sampled = sampled;
        scratch = new double[sampled.frame().units()];
        touched = new BitSet(scratch.length);
        base = new double
                [sampled.calibration() == null ? 0 : sampled.calibration().categories()];
    }

    @Override
    public List<Result> results(Measure measure, List<Domain> domains) {
        var moved = new ArrayList<Moved>();
        for (var domain : domains) {
            moved.add(moved(measure, domain));
        }
        var results = new ArrayList<Result>();
        for (int number = 0; number < domains.size(); number++) {
            var domain = domains.get(number);
            if (domain.shown()) {
                var own = moved.get(number);
                int degrees = sampled.frame().degreesOfFreedom(own.moments.members());
                double covariance = domain.parent() < 0 ? Double.NaN : covariance(own, moved.get(domain.parent()));
                results.add(
                        new Result(measure, domain, own.moments, own.value, own.variance, degrees, covariance, null));
            }
        }
        return results;
    }

    private Moved moved(Measure measure, Domain domain) {
        var moments = Moments.of(measure, domain, sampled);
        boolean quotient = measure.isQuotient();
        double value = value(moments, quotient);
        if (Double.isNaN(value)) {
            return new Moved(moments, value, Double.NaN, null);
        }
        var groups = sampled.groups();
        var influence = influence(
                domain,
                groups.term(measure.y().term()),
                quotient ? groups.term(measure.x().term()) : null,
                value,
                quotient ? moments.x() : 1,
                groups);
        double variance = variance(influence, moments.members(), value);
        return new Moved(moments, value, variance, influence);
    }

    static double value(Moments moments, boolean quotient) {
        if (moments.persons() == 0 || (quotient && moments.x() == 0)) {
            return Double.NaN;
        }
        return quotient ? moments.quotient() : moments.y();
    }

    /** The variance, zero where it is rounding, so that answers that do not vary have no error at all. */
    private double variance(Influence influence, BitSet members, double value) {
        double variance = sampled.frame().variance(influence, members);
        double rounding = ROUNDING * value;
        return variance <= rounding * rounding ? 0 : variance;
    }

    private double covariance(Moved inner, Moved outer) {
        if (inner.influence == null || outer.influence == null || Double.isNaN(inner.variance + outer.variance)) {
            return Double.NaN;
        }
        return inner.variance == 0 || outer.variance == 0
                ? 0
                : sampled.frame().covariance(inner.influence, outer.influence, outer.moments.members());
    }

    @Override
    public double below(Measure measure, Domain domain, Groups groups, double quantile, double share) {
        double[] weights = groups.term(0);
        if (below.length != groups.size()) {
            below = new double[groups.size()];
        }
        double size = 0;
        for (int group : domain.groups()) {
            below[group] = groups.value(group) <= quantile ? weights[group] : 0;
            size += weights[group] * sampled.factor(groups, group);
        }
        var influence = influence(domain, below, weights, share, size, groups);
        return variance(influence, members(domain, groups), share);
    }

    private BitSet members(Domain domain, Groups groups) {
        var members = new BitSet(sampled.frame().units());
        for (int group : domain.groups()) {
            members.set(groups.unit(group));
        }
        return members;
    }

    @Override
    public int degrees(Measure measure, Domain domain, Groups groups, Moments moments) {
        return sampled.frame().degreesOfFreedom(moments.members());
    }

    /**
     * The influence of each unit on a figure of a domain.
     *
     * @param y Σwy of each group
     * @param x Σwx of each group; null of a sum
     * @param ratio the figure, of which x takes its part
     * @param size X̂, or 1 of a sum
     */
    private Influence influence(
            Domain domain, double[] y, double @Nullable [] x, double ratio, double size, Groups groups) {
        var calibration = sampled.calibration();
        touched.clear();
        Arrays.fill(base, 0);
        for (int group : domain.groups()) {
            double part = (x == null ? y[group] : y[group] - ratio * x[group]) / size;
            if (part != 0) {
                scratch[groups.unit(group)] += part * sampled.factor(groups, group);
                touched.set(groups.unit(group));
                if (calibration != null) {
                    base[groups.category(group)] += part * sampled.base();
                }
            }
        }
        if (calibration != null) {
            calibration.residuals(scratch, base);
            touched.set(0, scratch.length);
        }
        return gathered();
    }

    /** Takes the numbers of the units that were touched out of the scratch, which is zero again afterwards. */
    private Influence gathered() {
        var units = touched.stream().toArray();
        var values = new double[units.length];
        for (int index = 0; index < units.length; index++) {
            values[index] = scratch[units[index]];
            scratch[units[index]] = 0;
        }
        return new Influence(units, values);
    }
}
