package org.socialobservatory.ingest.estimate;

import java.util.List;
import org.socialobservatory.ontology.Codes;

/** What is computed of the answers of a domain. */
public sealed interface Statistic {

    /**
     * The share of those for whom a condition holds, among those of whom it is known.
     *
     * @param symmetric whether its interval lies evenly around it, not evenly on the scale of the logit
     */
    record Proportion(Expression condition, boolean symmetric) implements Statistic {
        public Proportion(Expression condition) {
            this(condition, false);
        }
    }

    /** How many there are for whom a condition holds. */
    record Count(Expression condition) implements Statistic {}

    /** The mean of a number. */
    record Mean(Expression value) implements Statistic {}

    /** The sum of a number over the population. */
    record Total(Expression value) implements Statistic {}

    /** A sum over another sum. */
    record Ratio(Expression value, Expression denominator) implements Statistic {}

    /**
     * The smallest number that at least a share of the population does not exceed.
     *
     * @param p the share, between 0 and 1, both left out: 0.5 gives the median
     */
    record Quantile(Expression value, double p) implements Statistic {
        public Quantile {
            if (!(p > 0 && p < 1)) {
                throw new IllegalArgumentException("Not a share for a quantile: " + p);
            }
        }
    }

    /**
     * Multidimensional poverty (Alkire and Foster 2011). Its figures are several, named by {@link Poverty}: a person is
     * poor whose deprivations weigh at least the cutoff.
     *
     * @param cutoff between 0 and 1
     */
    record MultidimensionalPoverty(List<Pillar> pillars, double cutoff) implements Statistic {
        public MultidimensionalPoverty {
            pillars = List.copyOf(pillars);
            if (!(cutoff > 0 && cutoff <= 1)) {
                throw new IllegalArgumentException("Not a cutoff: " + cutoff);
            }
        }
    }

    /** A dimension of poverty, such as education: its weight is the sum of those of its deprivations. */
    record Pillar(String code, List<Deprivation> deprivations) {
        public Pillar {
            Codes.require(code);
            deprivations = List.copyOf(deprivations);
        }
    }

    /**
     * One thing that a person may lack.
     *
     * @param weight its share of the whole; all of them add up to 1
     */
    record Deprivation(String code, double weight, Expression deprived) {
        public Deprivation {
            Codes.require(code);
            if (!(weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException("Not a weight of a deprivation: " + weight);
            }
        }
    }
}
