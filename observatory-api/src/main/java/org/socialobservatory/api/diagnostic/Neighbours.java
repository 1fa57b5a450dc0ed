package org.socialobservatory.api.diagnostic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.Snapshot;

/**
 * Which areas have a border or a corner in common (queen contiguity), from their outlines. Areas without outline have no
 * neighbours.
 */
final class Neighbours {

    /** In degrees, about a metre: surveyed outlines of two neighbours leave gaps that are none. */
    private static final double GAP = 1e-5;

    private static final PerSnapshot<Map<List<String>, Neighbours>> KNOWN =
            new PerSnapshot<>(_ -> new ConcurrentHashMap<>());

    private final Map<String, List<String>> beside = new HashMap<>();

    /** @param outlines by area */
    Neighbours(Map<String, Geometry> outlines) {
        var tree = new STRtree();
        outlines.forEach((area, outline) -> tree.insert(outline.getEnvelopeInternal(), area));
        outlines.forEach((area, outline) -> {
            var reach = outline.getEnvelopeInternal();
            reach.expandBy(GAP);
            var facets = new IndexedFacetDistance(outline);
            var found = new TreeSet<String>();
            for (Object other : tree.query(reach)) {
                var code = (String) other;
                if (!code.equals(area) && facets.isWithinDistance(outlines.get(code), GAP)) {
                    found.add(code);
                }
            }
            beside.put(area, List.copyOf(found));
        });
    }

    /** Those among some areas. */
    static Neighbours of(Snapshot snapshot, List<String> areas) {
        return KNOWN.of(snapshot).computeIfAbsent(areas, _ -> {
            var outlines = new HashMap<String, Geometry>();
            for (String area : areas) {
                snapshot.territory()
                        .outlined(area)
                        .map(version -> version.outline())
                        .ifPresent(outline -> outlines.put(area, outline));
            }
            return new Neighbours(outlines);
        });
    }

    /** The neighbours of an area, in order of code. */
    List<String> of(String area) {
        return new ArrayList<>(beside.getOrDefault(area, List.of()));
    }
}
