package org.socialobservatory.api.page.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/** The borders that stand around a drawn outline, in a plane of metres: what its corners and edges are snapped to. */
final class Borders {

    /** Metres below which two places are one: less than the rounding of outlines makes of them. */
    static final double SAME = 0.01;

    private final STRtree edges = new STRtree();
    private final STRtree corners = new STRtree();

    /** @param near edges that lie outside are nothing to the drawing */
    Borders(List<Geometry> shapes, Envelope near) {
        shapes.forEach(shape -> shape.apply((GeometryComponentFilter) part -> {
            if (part instanceof LineString line) {
                take(line.getCoordinates(), near);
            }
        }));
        edges.build();
        corners.build();
    }

    private void take(Coordinate[] line, Envelope near) {
        for (int i = 1; i < line.length; i++) {
            var box = new Envelope(line[i - 1], line[i]);
            if (near.intersects(box)) {
                edges.insert(box, new LineSegment(line[i - 1], line[i]));
                corners.insert(new Envelope(line[i]), line[i]);
                corners.insert(new Envelope(line[i - 1]), line[i - 1]);
            }
        }
    }

    /** Where a corner falls: on a corner that stands within the tolerance, else on an edge, else where it is. */
    Coordinate snapped(Coordinate corner, double tolerance) {
        var around = new Envelope(corner);
        around.expandBy(tolerance);
        return nearest(corners(around), corner, tolerance)
                .or(() -> nearest(
                        edges(around).stream()
                                .map(edge -> edge.closestPoint(corner))
                                .toList(),
                        corner,
                        tolerance))
                .map(Coordinate::copy)
                .orElse(corner);
    }

    private static Optional<Coordinate> nearest(List<Coordinate> places, Coordinate to, double tolerance) {
        return places.stream()
                .filter(place -> place.distance(to) <= tolerance)
                .min(Comparator.comparingDouble((Coordinate place) -> place.distance(to))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A ring that also goes through the corners that stand within the tolerance of its edges. */
    Coordinate[] drawnThrough(Coordinate[] ring, double tolerance) {
        var through = new CoordinateList();
        for (int i = 1; i < ring.length; i++) {
            var edge = new LineSegment(ring[i - 1], ring[i]);
            var around = new Envelope(ring[i - 1], ring[i]);
            around.expandBy(tolerance);
            through.add(ring[i - 1], false);
            corners(around).stream()
                    .filter(corner -> edge.distance(corner) <= tolerance && isBeside(edge, corner, tolerance))
                    .sorted(Comparator.comparingDouble(edge::projectionFactor).thenComparing(Comparator.naturalOrder()))
                    .forEach(corner -> through.add(corner.copy(), false));
        }
        through.closeRing();
        return through.toCoordinateArray();
    }

    /** Whether a corner lies beside an edge and not at its ends, which have been snapped already. */
    private static boolean isBeside(LineSegment edge, Coordinate corner, double tolerance) {
        double along = edge.projectionFactor(corner) * edge.getLength();
        return along > tolerance && along < edge.getLength() - tolerance;
    }

    /** A ring without the corners that stand in the middle of one edge of a neighbour, which has none there. */
    Coordinate[] tidied(Coordinate[] ring) {
        var kept = new ArrayList<>(List.of(ring).subList(0, ring.length - 1));
        for (int i = 0; i < kept.size() && kept.size() > 3; ) {
            var before = kept.get((i + kept.size() - 1) % kept.size());
            var after = kept.get((i + 1) % kept.size());
            if (isNeedless(before, kept.get(i), after)) {
                kept.remove(i);
            } else {
                i++;
            }
        }
        kept.add(kept.getFirst().copy());
        return kept.toArray(Coordinate[]::new);
    }

    private boolean isNeedless(Coordinate before, Coordinate corner, Coordinate after) {
        var around = new Envelope(corner);
        around.expandBy(SAME);
        return corners(around).stream().noneMatch(standing -> standing.distance(corner) <= SAME)
                && edges(around).stream()
                        .anyMatch(edge -> edge.distance(corner) <= SAME
                                && edge.distance(before) <= SAME
                                && edge.distance(after) <= SAME);
    }

    @SuppressWarnings("unchecked")
    private List<LineSegment> edges(Envelope around) {
        return edges.query(around);
    }

    @SuppressWarnings("unchecked")
    private List<Coordinate> corners(Envelope around) {
        return corners.query(around);
    }
}
