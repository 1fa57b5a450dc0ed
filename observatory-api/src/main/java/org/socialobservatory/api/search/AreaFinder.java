package org.socialobservatory.api.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;

/**
 * Finds the areas that hold a point, inside or on their edge. One without outline holds it when an area within it does.
 */
public final class AreaFinder {

    private static final PerSnapshot<AreaFinder> FINDERS = new PerSnapshot<>(AreaFinder::new);

    private record Outlined(Area area, Geometry outline) {}

    private final STRtree outlines = new STRtree();
    private final Map<String, Area> withoutOutline = new HashMap<>();
    private final Comparator<Area> order;

    private AreaFinder(Snapshot snapshot) {
        for (Area area : snapshot.territory().areas()) {
            var outline = snapshot.territory()
                    .outlined(area.code())
                    .map(version -> version.outline())
                    .orElse(null);
            if (outline == null) {
                withoutOutline.put(area.code(), area);
            } else {
                outlines.insert(outline.getEnvelopeInternal(), new Outlined(area, outline));
            }
        }
        outlines.build();
        var levels = snapshot.levels();
        order = Comparator.comparingInt((Area area) -> levels.indexOf(area.level()))
                .thenComparing(Area::code);
    }

    public static AreaFinder of(Snapshot snapshot) {
        return FINDERS.of(snapshot);
    }

    /** From the widest to the finest level. */
    public List<Area> around(double longitude, double latitude) {
        var point = new Coordinate(longitude, latitude);
        var found = new HashMap<String, Area>();
        for (var candidate : outlines.query(new Envelope(point))) {
            var outlined = (Outlined) candidate;
            if (SimplePointInAreaLocator.locate(point, outlined.outline()) != Location.EXTERIOR) {
                found.put(outlined.area().code(), outlined.area());
            }
        }
        for (Area area : List.copyOf(found.values())) {
            var above = area.within();
            while (above != null && withoutOutline.containsKey(above)) {
                var parent = withoutOutline.get(above);
                found.put(parent.code(), parent);
                above = parent.within();
            }
        }
        var sorted = new ArrayList<>(found.values());
        sorted.sort(order);
        return sorted;
    }
}
