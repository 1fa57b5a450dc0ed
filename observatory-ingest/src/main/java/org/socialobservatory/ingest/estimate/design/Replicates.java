package org.socialobservatory.ingest.estimate.design;

import java.util.Collections;
import java.util.List;

/**
 * Replicate weights: V̂ = scale · Σ rscalesᵣ (θ̂ᵣ − θ̄)².
 *
 * @param columns of the response table, each a whole weight
 * @param rscales one for each column
 * @param aroundEstimate whether deviations are from the estimate ({@code mse}) and not from the replicates' mean
 */
public record Replicates(List<String> columns, double scale, List<Double> rscales, boolean aroundEstimate) {

    public Replicates {
        columns = List.copyOf(columns);
        rscales = List.copyOf(rscales);
        if (columns.size() < 2 || rscales.size() != columns.size()) {
            throw new IllegalArgumentException(columns.size() + " replicates, " + rscales.size() + " scales");
        }
    }

    private static Replicates equal(List<String> columns, double scale, boolean aroundEstimate) {
        return new Replicates(columns, scale, Collections.nCopies(columns.size(), 1.0), aroundEstimate);
    }

    /** Balanced repeated replication. */
    public static Replicates brr(List<String> columns, boolean aroundEstimate) {
        return equal(columns, 1.0 / columns.size(), aroundEstimate);
    }

    /** Balanced repeated replication by Fay's method. */
    public static Replicates fay(List<String> columns, double rho, boolean aroundEstimate) {
        return equal(columns, 1 / (columns.size() * (1 - rho) * (1 - rho)), aroundEstimate);
    }

    /** The jackknife without strata. */
    public static Replicates jk1(List<String> columns, boolean aroundEstimate) {
        return equal(columns, (columns.size() - 1.0) / columns.size(), aroundEstimate);
    }

    /** The jackknife within strata. */
    public static Replicates jkn(List<String> columns, List<Double> rscales, boolean aroundEstimate) {
        return new Replicates(columns, 1, rscales, aroundEstimate);
    }

    /** The bootstrap. */
    public static Replicates bootstrap(List<String> columns, boolean aroundEstimate) {
        return equal(columns, 1 / (columns.size() - 1.0), aroundEstimate);
    }
}
