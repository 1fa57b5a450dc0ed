package org.socialobservatory.ingest.mapping.tabulation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Multilingual;

/** The form of a statistic with the expressions that it is made of, in ECQL as somebody wrote them. */
public sealed interface Statistic {

    /** The word of the package, such as {@code proportion}. */
    String kind();

    /** The share of the universe for which a condition holds. */
    record Proportion(String condition) implements Statistic {
        @Override
        public String kind() {
            return "proportion";
        }
    }

    /** The mean of a number. */
    record Mean(String value) implements Statistic {
        @Override
        public String kind() {
            return "mean";
        }
    }

    /** The sum of a number over the sum of another. */
    record Ratio(String value, String denominator) implements Statistic {
        @Override
        public String kind() {
            return "ratio";
        }
    }

    /** The sum of a number. */
    record Total(String value) implements Statistic {
        @Override
        public String kind() {
            return "total";
        }
    }

    /** How many there are for whom a condition holds; all of the universe where there is none. */
    record Count(@Nullable String condition) implements Statistic {
        @Override
        public String kind() {
            return "count";
        }
    }

    /**
     * The number below which a share of the universe lies.
     *
     * @param p the share, between 0 and 1
     */
    record Quantile(String value, BigDecimal p) implements Statistic {
        @Override
        public String kind() {
            return "quantile";
        }
    }

    /**
     * Multidimensional poverty (Alkire &amp; Foster 2011).
     *
     * @param cutoff share of the weighted deprivations from which on somebody is poor, in (0, 1]
     * @param pillars whose weights sum to 1
     */
    record Poverty(Fraction cutoff, List<Pillar> pillars) implements Statistic {
        public Poverty {
            pillars = List.copyOf(pillars);
        }

        @Override
        public String kind() {
            return "mpi";
        }
    }

    /**
     * A dimension of poverty with its deprivations, whose weights sum to its own.
     *
     * @param labels empty where the package gives none
     */
    record Pillar(String code, Multilingual labels, Fraction weight, List<Deprivation> deprivations) {
        public Pillar {
            deprivations = List.copyOf(deprivations);
        }
    }

    /**
     * A thing that somebody may lack.
     *
     * @param labels empty where the package gives none
     * @param weight in the whole, not within its pillar
     * @param deprived the condition in ECQL
     */
    record Deprivation(String code, Multilingual labels, Fraction weight, String deprived) {}
}
