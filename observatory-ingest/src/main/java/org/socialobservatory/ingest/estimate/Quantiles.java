package org.socialobservatory.ingest.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.socialobservatory.ingest.check.trust.Student;

/**
 * Quantiles by inversion of the distribution: q(p) is the smallest number with F̂(number) ≥ p, and its bounds are the
 * quantiles at the bounds of F̂ there (Woodruff 1952; R {@code svyquantile}, {@code interval.type = "mean"}).
 */
final class Quantiles {

    /** F̂ is a sum of weights, which may fall short of p by rounding. */
    private static final double SLACK = 1e-12;

    private final Sampled sampled;
    private final Groups groups;
    private final double confidence;
    /** The weights of those who do not exceed a quantile; of the domain at hand only. */
    private final double[] below;

    /**
     * Quantiles of one number.
     *
     * @param groups split by the number, in its order; the only term is Σw
     */
    Quantiles(Sampled sampled, Groups groups, double confidence) {
        this.sampled = sampled;
        this.groups = groups;
        this.confidence = confidence;
        below = new double[groups.size()];
    }

    /** The distribution of the number in a domain: its values and the weight up to each. */
    @SuppressWarnings("ArrayRecordComponent") // One of each domain; nobody compares two.
    private record Curve(double[] values, double[] weights) {

        double total() {
            return weights[weights.length - 1];
        }

        double at(double p) {
            double wanted = (p - SLACK) * total();
            int found = Arrays.binarySearch(weights, wanted);
            return values[Math.min(found < 0 ? -found - 1 : found, values.length - 1)];
        }
    }

    /**
     * The quantiles of domains.
     *
     * @param domains over the groups by number
     * @param wholes moments of the same domains
     */
    List<Result> results(Measure measure, double p, List<Domain> domains, List<Moments> wholes) {
        var linearisation = new Linearisation(sampled);
        var results = new ArrayList<Result>();
        for (int number = 0; number < domains.size(); number++) {
            if (domains.get(number).shown()) {
                results.add(result(measure, p, domains.get(number), wholes.get(number), linearisation));
            }
        }
        return results;
    }

    private Result result(Measure measure, double p, Domain domain, Moments moments, Linearisation linearisation) {
        int degrees = sampled.frame().degreesOfFreedom(moments.members());
        if (moments.persons() == 0) {
            return new Result(measure, domain, moments, Double.NaN, Double.NaN, degrees, Double.NaN, null);
        }
        var curve = curve(domain);
        double quantile = curve.at(p);
        double[] weights = groups.term(0);
        double share = 0;
        for (int group : domain.groups()) {
            below[group] = groups.value(group) <= quantile ? weights[group] : 0;
            share += below[group] * factor(group);
        }
        share = Math.min(1, share / curve.total());
        var influence = linearisation.influence(domain.groups(), below, weights, share, curve.total(), groups);
        double variance = linearisation.variance(influence, moments, share);
        return new Result(
                measure,
                domain,
                moments,
                quantile,
                variance,
                degrees,
                Double.NaN,
                bounds(curve, share, variance, degrees));
    }

    private double factor(int group) {
        var calibration = sampled.calibration();
        return calibration == null ? sampled.base() : sampled.base() * calibration.factor(groups.category(group));
    }

    private Curve curve(Domain domain) {
        var values = new double[domain.groups().length];
        var weights = new double[values.length];
        int distinct = 0;
        double sum = 0;
        for (int group : domain.groups()) {
            double value = groups.value(group);
            sum += groups.term(0)[group] * factor(group);
            if (distinct == 0 || values[distinct - 1] != value) {
                distinct++;
            }
            values[distinct - 1] = value;
            weights[distinct - 1] = sum;
        }
        return new Curve(Arrays.copyOf(values, distinct), Arrays.copyOf(weights, distinct));
    }

    /** None outside 0 and 1: there the sample does not tell. */
    private Result.Bounds bounds(Curve curve, double share, double variance, int degrees) {
        if (degrees < 1 || Double.isNaN(variance)) {
            return new Result.Bounds(Double.NaN, Double.NaN);
        }
        double half = Student.quantile((1 + confidence) / 2, degrees) * StrictMath.sqrt(variance);
        return new Result.Bounds(
                share - half < 0 ? Double.NaN : curve.at(share - half),
                share + half > 1 ? Double.NaN : curve.at(share + half));
    }
}
