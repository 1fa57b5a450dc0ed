package org.socialobservatory.ingest.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.socialobservatory.ingest.estimate.design.Replicates;
import org.socialobservatory.ingest.estimate.design.WeightSpace;

/**
 * Figures of one measure over the domains of one breakdown, their variance by replication: the figure is computed again
 * with each set of weights, and what it varies is its error.
 */
final class Replication implements Variability {

    /** A standard error below this part of the figure is what rounding leaves of zero. */
    private static final double ROUNDING = 1e-12;

    private final Sampled sampled;
    private final Replicated responses;
    private final Replicates replicates;
    private final WeightSpace space;

    /** The figure with each set of weights; NaN where a set leaves nobody. */
    @SuppressWarnings("ArrayRecordComponent") // One of each domain; nobody compares two.
    private record Again(Moments moments, double value, double[] figures, double variance, int degrees) {}

    Replication(Sampled sampled, Replicated responses, Replicates replicates) {
        this.sampled = sampled;
        this.responses = responses;
        this.replicates = replicates;
        space = new WeightSpace(responses.size(), responses::weights);
    }

    @Override
    public List<Result> results(Measure measure, List<Domain> domains) {
        var all = new ArrayList<Again>();
        for (var domain : domains) {
            var moments = Moments.of(measure, domain, sampled);
            double value = Linearisation.value(moments, measure.isQuotient());
            int[] rows = members(measure, domain, sampled.groups());
            double[] figures = figures(measure, rows, Double.NaN);
            all.add(new Again(moments, value, figures, covariance(figures, figures, value, value), degrees(rows)));
        }
        var results = new ArrayList<Result>();
        for (int number = 0; number < domains.size(); number++) {
            var domain = domains.get(number);
            if (domain.shown()) {
                var own = all.get(number);
                double covariance = Double.NaN;
                if (domain.parent() >= 0) {
                    var above = all.get(domain.parent());
                    covariance = covariance(own.figures, above.figures, own.value, above.value);
                }
                results.add(new Result(
                        measure, domain, own.moments, own.value, own.variance, own.degrees, covariance, null));
            }
        }
        return results;
    }

    @Override
    public double below(Measure measure, Domain domain, Groups groups, double quantile, double share) {
        double[] figures = figures(measure, members(measure, domain, groups), quantile);
        return covariance(figures, figures, share, share);
    }

    @Override
    public int degrees(Measure measure, Domain domain, Groups groups, Moments moments) {
        return degrees(members(measure, domain, groups));
    }

    private int degrees(int[] members) {
        return space.rank(members) - 1;
    }

    /** Responses of the domain that count. */
    private int[] members(Measure measure, Domain domain, Groups groups) {
        double[] y = responses.column(Replicated.y(measure));
        return Arrays.stream(responses.rows(domain, groups))
                .filter(row -> !Double.isNaN(y[row]))
                .toArray();
    }

    /**
     * The figure with each set of weights.
     *
     * @param quantile of a quantile's measure: the share that does not exceed it is the figure; else NaN
     */
    private double[] figures(Measure measure, int[] members, double quantile) {
        double[] y = responses.column(Replicated.y(measure));
        double[] x = responses.column(Replicated.x(measure));
        int sets = replicates.columns().size();
        var above = new double[sets];
        var under = new double[sets];
        for (int row : members) {
            double part = Double.isNaN(quantile) ? y[row] : y[row] <= quantile ? 1 : 0;
            double[] weights = responses.weights(row);
            for (int set = 0; set < sets; set++) {
                above[set] += weights[set] * part;
                under[set] += weights[set] * x[row];
            }
        }
        if (measure.isQuotient() || !Double.isNaN(quantile)) {
            for (int set = 0; set < sets; set++) {
                above[set] = under[set] == 0 ? Double.NaN : above[set] / under[set];
            }
        }
        return above;
    }

    /** V̂ = scale·Σ rscalesᵣ (θ̂ᵣ − θ̄)², and its like for two figures; sets that leave nobody are left out. */
    private double covariance(double[] one, double[] other, double estimateOne, double estimateOther) {
        var used = new BitSet(one.length);
        for (int set = 0; set < one.length; set++) {
            used.set(
                    set,
                    !Double.isNaN(one[set] + other[set]) && replicates.rscales().get(set) > 0);
        }
        if (used.cardinality() < 2 || Double.isNaN(estimateOne + estimateOther)) {
            return Double.NaN;
        }
        double centreOne = replicates.aroundEstimate() ? estimateOne : mean(one, used);
        double centreOther = replicates.aroundEstimate() ? estimateOther : mean(other, used);
        double sum = 0;
        for (int set = used.nextSetBit(0); set >= 0; set = used.nextSetBit(set + 1)) {
            sum += replicates.rscales().get(set) * (one[set] - centreOne) * (other[set] - centreOther);
        }
        double covariance = replicates.scale() * sum;
        double rounding = ROUNDING * ROUNDING * Math.abs(estimateOne * estimateOther);
        return Math.abs(covariance) <= rounding ? 0 : covariance;
    }

    private static double mean(double[] figures, BitSet used) {
        return used.stream().mapToDouble(set -> figures[set]).reduce(0, Double::sum) / used.cardinality();
    }
}
