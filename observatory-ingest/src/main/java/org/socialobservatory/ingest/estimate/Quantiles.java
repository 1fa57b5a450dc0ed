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
    private final Variability variability;
    private final double confidence;

    /**
     * Quantiles of one number.
     *
     * @param groups split by the number, in its order; the only term is Σw
     */
    Quantiles(Sampled sampled, Groups groups, Variability variability, double confidence) {
        this.sampled = sampled;
        this.groups = groups;
        this.variability = variability;
        this.confidence = confidence;
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

        /** The share that does not exceed one of the values. */
        double upTo(double value) {
            return Math.min(1, weights[Arrays.binarySearch(values, value)] / total());
        }
    }

    /**
     * The quantiles of domains.
     *
     * @param domains over the groups by number
     * @param wholes moments of the same domains
     */
    List<Result> results(Measure measure, double p, List<Domain> domains, List<Moments> wholes) {
        var results = new ArrayList<Result>();
        for (int number = 0; number < domains.size(); number++) {
            if (domains.get(number).shown()) {
                results.add(result(measure, p, domains.get(number), wholes.get(number)));
            }
        }
        return results;
    }

    private Result result(Measure measure, double p, Domain domain, Moments moments) {
        int degrees = variability.degrees(measure, domain, groups, moments);
        if (moments.persons() == 0) {
            return new Result(measure, domain, moments, Double.NaN, Double.NaN, degrees, Double.NaN, null);
        }
        var curve = curve(domain);
        double quantile = curve.at(p);
        double share = curve.upTo(quantile);
        double variance = variability.below(measure, domain, groups, quantile, share);
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

    private Curve curve(Domain domain) {
        var values = new double[domain.groups().length];
        var weights = new double[values.length];
        int distinct = 0;
        double sum = 0;
        for (int group : domain.groups()) {
            double value = groups.value(group);
            sum += groups.term(0)[group] * sampled.factor(groups, group);
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
