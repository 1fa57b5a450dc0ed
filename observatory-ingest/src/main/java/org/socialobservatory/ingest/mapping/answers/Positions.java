package org.socialobservatory.ingest.mapping.answers;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.Territory;

/** The outlines of areas, to find the one in which somebody lives. */
final class Positions {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final STRtree outlines = new STRtree();

    /** @param depth how many areas lie around it */
    private record Outlined(String area, int depth, PreparedGeometry outline) {}

    /** @param level finer areas than those of this level are passed over; null for none */
    Positions(Territory territory, @Nullable String level) {
        int deepest = territory.areas().stream()
                .filter(area -> area.level().equals(level))
                .mapToInt(area -> territory.ancestors(area.code()).size())
                .max()
                .orElse(Integer.MAX_VALUE);
        for (Area area : territory.areas()) {
            int depth = territory.ancestors(area.code()).size();
            territory
                    .outlined(area.code())
                    .filter(version -> depth <= deepest && version.outline() != null)
                    .ifPresent(version -> {
                        var outline = java.util.Objects.requireNonNull(version.outline());
                        outlines.insert(
                                outline.getEnvelopeInternal(),
                                new Outlined(area.code(), depth, PreparedGeometryFactory.prepare(outline)));
                    });
        }
        outlines.build();
    }

    /** The finest area around a point, on a border the first by code; null where the point is outside of all. */
    @Nullable
    String at(double longitude, double latitude) {
        var coordinate = new Coordinate(longitude, latitude);
        var point = GEOMETRIES.createPoint(coordinate);
        Outlined best = null;
        for (Object found : outlines.query(new Envelope(coordinate))) {
            var candidate = (Outlined) found;
            boolean finer = best == null
                    || candidate.depth > best.depth
                    || (candidate.depth == best.depth && candidate.area.compareTo(best.area) < 0);
            if (finer && candidate.outline.intersects(point)) {
                best = candidate;
            }
        }
        return best == null ? null : best.area;
    }
}
