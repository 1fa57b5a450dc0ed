package org.socialobservatory.ingest.gate.candidate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An indicator that is a weighted sum of others of the same base, such as the adjusted headcount of multidimensional
 * poverty, M0 = Σ w·h of the censored headcounts (Alkire and Foster 2011).
 *
 * @param whole code of the indicator
 * @param parts weight by code
 */
public record WeightedSum(String whole, SortedMap<String, Double> parts) {
    public WeightedSum {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }
}
