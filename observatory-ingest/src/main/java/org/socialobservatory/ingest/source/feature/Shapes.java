package org.socialobservatory.ingest.source.feature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** The geometries of a Shapefile's records. */
final class Shapes {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Shapes() {}

    /** The geometry of a record's content, little-endian; empty for a null shape. */
    static Optional<Geometry> read(ByteBuffer content) throws IOException {
        int type = content.getInt();
        // 11 … 18 carry a height, 21 … 28 a measure, behind the same plane coordinates.
        return switch (type % 10) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(GEOMETRIES.createPoint(position(content)));
            case 3 -> Optional.of(lines(content));
            case 5 -> Optional.of(polygons(content));
            case 8 -> {
                content.position(content.position() + 32);
                yield Optional.of(GEOMETRIES.createMultiPointFromCoords(positions(content, content.getInt())));
            }
            default -> throw new IOException("shape type " + type);
        };
    }

    private static Coordinate position(ByteBuffer content) {
        return new Coordinate(content.getDouble(), content.getDouble());
    }

    private static Coordinate[] positions(ByteBuffer content, int count) throws IOException {
        if (count < 0 || 16L * count > content.remaining()) {
            throw new Shapefile.Truncated();
        }
        var positions = new Coordinate[count];
        Arrays.setAll(positions, _ -> position(content));
        return positions;
    }

    private static List<Coordinate[]> parts(ByteBuffer content) throws IOException {
        content.position(content.position() + 32);
        int parts = content.getInt();
        int points = content.getInt();
        if (parts < 0 || points < 0 || 4L * parts + 16L * points > content.remaining()) {
            throw new Shapefile.Truncated();
        }
        var starts = new int[parts + 1];
        for (int i = 0; i < parts; i++) {
            starts[i] = content.getInt();
        }
        starts[parts] = points;
        var all = positions(content, points);
        var found = new ArrayList<Coordinate[]>();
        for (int i = 0; i < parts; i++) {
            if (starts[i] < 0 || starts[i] > starts[i + 1] || starts[i + 1] > points) {
                throw new IOException("parts out of order");
            }
            found.add(Arrays.copyOfRange(all, starts[i], starts[i + 1]));
        }
        return found;
    }

    private static Geometry lines(ByteBuffer content) throws IOException {
        var lines = new ArrayList<LineString>();
        for (Coordinate[] part : parts(content)) {
            lines.add(GEOMETRIES.createLineString(part));
        }
        return lines.size() == 1
                ? lines.getFirst()
                : GEOMETRIES.createMultiLineString(lines.toArray(LineString[]::new));
    }

    /** A ring on its way to being a shell or a hole. */
    private record Ring(LinearRing line, double area, List<LinearRing> holes) {}

    /** Shells run clockwise, holes the other way; the largest ring is a shell whatever the program that wrote it. */
    private static Geometry polygons(ByteBuffer content) throws IOException {
        var rings = new ArrayList<Ring>();
        for (Coordinate[] part : parts(content)) {
            if (part.length > 0) {
                var closed = closed(part);
                if (closed.length >= 4) {
                    rings.add(new Ring(GEOMETRIES.createLinearRing(closed), Area.ofRing(closed), new ArrayList<>()));
                }
            }
        }
        rings.sort(Comparator.comparingDouble(Ring::area).reversed());
        if (rings.isEmpty()) {
            return GEOMETRIES.createPolygon();
        }
        boolean counterClockwise = Orientation.isCCW(rings.getFirst().line.getCoordinates());
        var shells = new ArrayList<Ring>();
        var holes = new ArrayList<Ring>();
        for (Ring ring : rings) {
            (Orientation.isCCW(ring.line.getCoordinates()) == counterClockwise ? shells : holes).add(ring);
        }
        for (Ring hole : holes) {
            var shell = smallestAround(hole, shells);
            if (shell == null) {
                shells.add(hole);
            } else {
                shell.holes.add(hole.line);
            }
        }
        var polygons = new ArrayList<Polygon>();
        shells.forEach(
                shell -> polygons.add(GEOMETRIES.createPolygon(shell.line, shell.holes.toArray(LinearRing[]::new))));
        return polygons.size() == 1
                ? polygons.getFirst()
                : GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Coordinate[] closed(Coordinate[] ring) {
        if (ring[0].equals2D(ring[ring.length - 1])) {
            return ring;
        }
        var closed = Arrays.copyOf(ring, ring.length + 1);
        closed[ring.length] = ring[0].copy();
        return closed;
    }

    private static @Nullable Ring smallestAround(Ring hole, List<Ring> shells) {
        Envelope box = hole.line.getEnvelopeInternal();
        Ring smallest = null;
        for (Ring shell : shells) {
            boolean smaller = smallest == null || shell.area < smallest.area;
            if (smaller && shell.line.getEnvelopeInternal().contains(box) && isWithin(hole, shell)) {
                smallest = shell;
            }
        }
        return smallest;
    }

    /** By the first corner that is not on the shell's own line. */
    private static boolean isWithin(Ring hole, Ring shell) {
        var around = shell.line.getCoordinates();
        for (Coordinate corner : hole.line.getCoordinates()) {
            int where = PointLocation.locateInRing(corner, around);
            if (where != Location.BOUNDARY) {
                return where == Location.INTERIOR;
            }
        }
        return true;
    }
}
