package org.socialobservatory.ingest.gate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The public form of the gate's report: counts only, never why a cell is withheld.
 *
 * @param byRule cells by what the gate did: {@code published}, {@code already-public}, {@code withheld}, {@code missing}
 * @param byLevel the same by level of area, with keys such as {@code withheld/quartier}
 */
public record GateCounts(SortedMap<String, Long> byRule, SortedMap<String, Long> byLevel) {

    /** Between rule and level. */
    public static final char OF_LEVEL = '/';

    public GateCounts {
        byRule = Collections.unmodifiableSortedMap(new TreeMap<>(byRule));
        byLevel = copyOf(byLevel);
    }

    /** The first builds did not count by level. */
    private static SortedMap<String, Long> copyOf(@Nullable SortedMap<String, Long> byLevel) {
        return Collections.unmodifiableSortedMap(byLevel == null ? new TreeMap<>() : new TreeMap<>(byLevel));
    }

    public GateCounts(SortedMap<String, Long> byRule) {
        this(byRule, new TreeMap<>());
    }

    /** Both, in one map. */
    public SortedMap<String, Long> all() {
        var all = new TreeMap<>(byRule);
        all.putAll(byLevel);
        return all;
    }

    /** Of one map with both. */
    public static GateCounts ofAll(SortedMap<String, Long> all) {
        var byRule = new TreeMap<>(all);
        var byLevel = new TreeMap<>(all);
        byRule.keySet().removeIf(key -> key.indexOf(OF_LEVEL) >= 0);
        byLevel.keySet().removeIf(key -> key.indexOf(OF_LEVEL) < 0);
        return new GateCounts(byRule, byLevel);
    }
}
