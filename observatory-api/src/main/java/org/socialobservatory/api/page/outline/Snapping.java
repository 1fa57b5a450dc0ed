package org.socialobservatory.api.page.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.socialobservatory.api.page.outline.Snapped.Left;
import org.socialobservatory.api.page.outline.Snapped.Pieces;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.ingest.check.Outlines;
import org.socialobservatory.ingest.check.Surface;
import org.socialobservatory.ontology.area.Area;

/**
 * Brings a drawn outline between its neighbours, which keep theirs: its corners and edges go to their borders where they
 * are meant to be the same, what belongs to a neighbour is taken away, and narrow gaps are closed.
 */
final class Snapping {

    /** Square metres below which two borders are the same: the rounding of outlines. */
    private static final double NEGLIGIBLE = 1;
    /** Whoever draws more than this of areas that stand means something else. */
    private static final double MOST_TAKEN = 0.5;

    private static final int NAMED = 3;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Geometry original;
    private final Function<Area, String> naming;
    private final Plane plane;
    private final double tolerance;
    private final Geometry drawn;
    private final List<Neighbour> neighbours;
    private final List<Geometry> standing;
    private final @Nullable Geometry outside;
    private final Borders borders;
    private int moved;
    private double farthest;

    /**
     * @param drawn valid, in degrees
     * @param neighbours areas around it, in degrees
     * @param above the outline of the area above, in degrees; null where there is none
     * @param tolerance metres within which two borders are meant to be the same
     * @param naming of areas in a refusal
     */
    private Snapping(
            Geometry drawn,
            List<Neighbour> neighbours,
            @Nullable Geometry above,
            double tolerance,
            Function<Area, String> naming) {
        this.original = drawn;
        this.naming = naming;
        this.plane = Plane.around(drawn.getEnvelopeInternal());
        this.tolerance = tolerance;
        this.drawn = plane.of(drawn);
        this.neighbours = neighbours;
        this.standing = neighbours.stream()
                .map(neighbour -> plane.of(neighbour.outline()))
                .toList();
        var near = new Envelope(this.drawn.getEnvelopeInternal());
        near.expandBy(2 * tolerance + 1);
        var whole = above == null ? null : plane.of(above);
        this.outside = whole == null ? null : overlay(FACTORY.toGeometry(near), whole, OverlayNG.DIFFERENCE);
        var lines = new ArrayList<>(standing);
        if (whole != null) {
            lines.add(whole);
        }
        this.borders = new Borders(lines, near);
    }

    static Snapped snap(
            Geometry drawn,
            List<Neighbour> neighbours,
            @Nullable Geometry above,
            double tolerance,
            Function<Area, String> naming) {
        return new Snapping(drawn, neighbours, above, tolerance, naming).snapped();
    }

    private Snapped snapped() {
        refuseWhatIsTaken();
        var own = withoutNeighbours(alongBorders());
        own = withoutNarrowOutside(own);
        own = closed(own);
        own = rings(own, borders::tidied);
        var outline = Outlines.canonical(plane.back(sound(own)));
        if (outline.isEmpty()) {
            throw taken(standing);
        }
        var there = plane.of(outline);
        return new Snapped(
                outline,
                bordering(there),
                moved,
                farthest,
                pieces(overlay(there, drawn, OverlayNG.DIFFERENCE)),
                pieces(overlay(drawn, there, OverlayNG.DIFFERENCE)),
                left(there),
                outside == null ? 0 : surface(overlay(there, outside, OverlayNG.INTERSECTION)),
                Surface.squareMetres(original),
                Surface.squareMetres(outline));
    }

    private void refuseWhatIsTaken() {
        double allowed = MOST_TAKEN * drawn.getArea();
        double shared = 0;
        var takers = new ArrayList<Geometry>();
        for (Geometry one : standing) {
            double own = overlay(drawn, one, OverlayNG.INTERSECTION).getArea();
            if (own > 0) {
                takers.add(one);
            }
            shared += own;
            if (shared > allowed) {
                throw taken(takers);
            }
        }
    }

    private Refused taken(List<Geometry> by) {
        var names = by.stream()
                .sorted(Comparator.comparingDouble(Geometry::getArea).reversed())
                .limit(NAMED)
                .map(one -> naming.apply(neighbours.get(standing.indexOf(one)).area()))
                .toList();
        return new Refused(ProblemRule.OUTLINE_TAKEN, String.join(", ", names), List.of());
    }

    /** The drawing with its corners on the borders within the tolerance, and its edges through the corners of these. */
    private Geometry alongBorders() {
        var cornered = rings(drawn, ring -> {
            var corners = new Coordinate[ring.length];
            for (int i = 0; i < ring.length - 1; i++) {
                corners[i] = borders.snapped(ring[i], tolerance);
                count(corners[i].distance(ring[i]));
            }
            corners[ring.length - 1] = corners[0].copy();
            return corners;
        });
        var edged = sound(rings(cornered, ring -> borders.drawnThrough(ring, tolerance)));
        return edged.isEmpty() ? sound(cornered) : edged;
    }

    private void count(double distance) {
        if (distance > Borders.SAME) {
            moved++;
            farthest = Math.max(farthest, distance);
        }
    }

    private Geometry withoutNeighbours(Geometry outline) {
        var own = outline;
        for (Geometry one : standing) {
            if (one.getEnvelopeInternal().intersects(own.getEnvelopeInternal())) {
                own = overlay(own, one, OverlayNG.DIFFERENCE);
            }
        }
        var kept = new ArrayList<Polygon>();
        for (Polygon part : parts(own)) {
            boolean sliver =
                    isNarrow(part) && standing.stream().anyMatch(one -> one.isWithinDistance(part, Borders.SAME));
            if (!sliver) {
                kept.add(part);
            }
        }
        if (kept.isEmpty()) {
            throw taken(standing);
        }
        return FACTORY.buildGeometry(kept);
    }

    /** What reaches only a little over the border of the area above was meant to end there. */
    private Geometry withoutNarrowOutside(Geometry outline) {
        var own = outline;
        if (outside != null) {
            for (Polygon part : parts(overlay(outline, outside, OverlayNG.INTERSECTION))) {
                own = isNarrow(part) ? overlay(own, part, OverlayNG.DIFFERENCE) : own;
            }
        }
        return FACTORY.buildGeometry(parts(own));
    }

    /** With the narrow gaps between it and what stands around it. */
    private Geometry closed(Geometry outline) {
        var own = outline;
        for (Polygon gap : gaps(outline)) {
            own = isNarrow(gap) ? overlay(own, gap, OverlayNG.UNION) : own;
        }
        return own;
    }

    private List<Left> left(Geometry outline) {
        return gaps(outline).stream()
                .filter(gap -> gap.getArea() >= NEGLIGIBLE)
                .map(gap -> new Left(
                        surface(gap), plane.back(gap.getInteriorPoint()).getCoordinate()))
                .toList();
    }

    /** Holes in what is covered that touch the outline. */
    private List<Polygon> gaps(Geometry outline) {
        var all = new ArrayList<>(standing);
        all.add(outline);
        if (outside != null) {
            all.add(outside);
        }
        var covered = OverlayNGRobust.union(FACTORY.createGeometryCollection(all.toArray(Geometry[]::new)));
        var gaps = new ArrayList<Polygon>();
        for (Polygon part : parts(covered)) {
            for (int i = 0; i < part.getNumInteriorRing(); i++) {
                var gap = FACTORY.createPolygon(part.getInteriorRingN(i).getCoordinates());
                if (gap.isWithinDistance(outline, Borders.SAME)) {
                    gaps.add(gap);
                }
            }
        }
        return gaps;
    }

    private List<Area> bordering(Geometry outline) {
        var found = new ArrayList<Area>();
        for (int i = 0; i < standing.size(); i++) {
            if (standing.get(i).isWithinDistance(outline, Borders.SAME)) {
                found.add(neighbours.get(i).area());
            }
        }
        return found;
    }

    private Pieces pieces(Geometry land) {
        int count = 0;
        double sum = 0;
        for (Polygon part : parts(land)) {
            double surface = surface(part);
            if (surface >= NEGLIGIBLE) {
                count++;
                sum += surface;
            }
        }
        return new Pieces(count, sum);
    }

    private double surface(Geometry land) {
        return Surface.squareMetres(plane.back(land));
    }

    /** Whether nothing as wide as the tolerance has room in it. */
    private boolean isNarrow(Polygon part) {
        return part.buffer(-tolerance / 2, 2).isEmpty();
    }

    private static Geometry overlay(Geometry one, Geometry other, int operation) {
        return OverlayNGRobust.overlay(one, other, operation);
    }

    private static Geometry sound(Geometry outline) {
        return FACTORY.buildGeometry(parts(outline.isValid() ? outline : GeometryFixer.fix(outline)));
    }

    @SuppressWarnings("unchecked")
    private static List<Polygon> parts(Geometry land) {
        return PolygonExtracter.getPolygons(land);
    }

    /** The same areas with each ring made anew; what has no three corners left goes. */
    private static Geometry rings(Geometry outline, UnaryOperator<Coordinate[]> change) {
        var polygons = new ArrayList<Polygon>();
        for (Polygon part : parts(outline)) {
            var shell = ring(part.getExteriorRing(), change);
            if (shell != null) {
                var holes = new ArrayList<LinearRing>();
                for (int i = 0; i < part.getNumInteriorRing(); i++) {
                    var hole = ring(part.getInteriorRingN(i), change);
                    if (hole != null) {
                        holes.add(hole);
                    }
                }
                polygons.add(FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
            }
        }
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static @Nullable LinearRing ring(LinearRing ring, UnaryOperator<Coordinate[]> change) {
        var corners = change.apply(ring.getCoordinates());
        return corners.length < LinearRing.MINIMUM_VALID_SIZE + 1 ? null : FACTORY.createLinearRing(corners);
    }
}
