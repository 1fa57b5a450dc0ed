package org.socialobservatory.ingest.mapping.description;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the respondents were chosen ({@code statistics.md} §2).
 *
 * @param weight null where the parent's or that of the kind counts
 * @param strata columns that together name a stratum; empty for one stratum
 * @param cluster columns that together name a primary sampling unit within its stratum; empty where each respondent is
 *     one
 * @param fpc sampling fraction, or size of the stratum in primary sampling units; null where it does not matter
 * @param population how many there are, for a simple random sample; else null
 * @param replicates weights of replicates; null where the variance is linearised
 * @param margins totals of the population to which the weights are adjusted: one is post-stratification, several raking
 */
public record SampleDesign(
        Kind kind,
        @Nullable Binding weight,
        List<String> strata,
        List<String> cluster,
        @Nullable Binding fpc,
        @Nullable BigDecimal population,
        LonelyPsu lonelyPsu,
        @Nullable Replicates replicates,
        List<Margin> margins) {

    public SampleDesign {
        strata = List.copyOf(strata);
        cluster = List.copyOf(cluster);
        margins = List.copyOf(margins);
    }

    /** The kind of sample. */
    public enum Kind {
        /** With weights of its own. */
        WEIGHTED,
        /** Simple and random: all weigh the same. */
        SRS,
        /** Everybody. */
        CENSUS
    }

    /** What is done with the only primary sampling unit of a stratum. */
    public enum LonelyPsu {
        FAIL,
        CERTAINTY,
        ADJUST,
        AVERAGE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Columns that are each a whole weight.
     *
     * @param scale null for that of the method
     * @param rscales one for each column, or empty for 1
     * @param rho of Fay's method, else null
     */
    public record Replicates(
            Method method,
            List<String> columns,
            @Nullable BigDecimal scale,
            List<BigDecimal> rscales,
            @Nullable BigDecimal rho,
            boolean mse) {
        public Replicates {
            columns = List.copyOf(columns);
            rscales = List.copyOf(rscales);
        }
    }

    /** How replicates were made. */
    public enum Method {
        BRR("BRR"),
        FAY("Fay"),
        JK1("JK1"),
        JKN("JKn"),
        BOOTSTRAP("bootstrap");

        private final String code;

        Method(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * Known totals of a population by the values of some variables, crossed.
     *
     * @param totals values of the variables, in their order, to total
     */
    public record Margin(List<String> variables, Map<List<String>, BigDecimal> totals) {
        public Margin {
            variables = List.copyOf(variables);
            totals = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(totals));
        }
    }
}
