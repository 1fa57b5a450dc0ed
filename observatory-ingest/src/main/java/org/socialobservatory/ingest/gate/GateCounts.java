package org.socialobservatory.ingest.gate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The public form of the gate's report: counts only.
 *
 * @param byRule cells by the rule that passed or withheld them, such as {@code already-public} or {@code disclosure}
 */
public record GateCounts(SortedMap<String, Long> byRule) {
    public GateCounts {
        byRule = Collections.unmodifiableSortedMap(new TreeMap<>(byRule));
    }
}
