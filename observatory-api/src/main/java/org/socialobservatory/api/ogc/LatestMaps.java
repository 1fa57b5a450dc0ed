package org.socialobservatory.api.ogc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.socialobservatory.api.choropleth.Choropleth.Shade;

/** The figures of the maps that tiles were last asked for, by code: one map is asked for by many tiles at once. */
final class LatestMaps {

    private static final int KEPT = 16;

    private final Map<String, Map<String, Shade>> byQuery = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Shade>> eldest) {
            return size() > KEPT;
        }
    };

    /** Those who ask for the same map wait for the first of them. */
    synchronized Map<String, Shade> get(String query, Supplier<Map<String, Shade>> map) {
        var held = byQuery.get(query);
        if (held == null) {
            held = map.get();
            byQuery.put(query, held);
        }
        return held;
    }
}
