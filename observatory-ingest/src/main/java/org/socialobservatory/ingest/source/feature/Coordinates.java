package org.socialobservatory.ingest.source.feature;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Turns the geometry of a GeoJSON feature into one of JTS. Heights are dropped; open rings are closed. */
public final class Coordinates {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    /** Collections within collections serve nobody. */
    private static final int DEEPEST = 4;

    /** Marks a ring that came open and was closed. */
    private static final String OPEN = "open ring";

    private Coordinates() {}

    /** Whether a ring of the geometry came open and was closed, against RFC 7946 §3.1.6. */
    public static boolean wasOpen(Geometry geometry) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                boolean open = OPEN.equals(polygon.getExteriorRing().getUserData());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    open |= OPEN.equals(polygon.getInteriorRingN(hole).getUserData());
                }
                if (open) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A geometry object that is none, with the sentence part that says why. */
    public static final class Malformed extends Exception {
        Malformed(String detail) {
            super(detail);
        }

        public String detail() {
            return String.valueOf(getMessage());
        }
    }

    /** The geometry of a GeoJSON geometry object (RFC 7946 §3.1). */
    public static Geometry geometry(JsonNode node, int depth) throws Malformed {
        var type = node.path("type").asString("");
        var coordinates = node.path("coordinates");
        return switch (type) {
            case "Point" -> point(coordinates);
            case "MultiPoint" -> {
                var points = new ArrayList<Point>();
                for (JsonNode one : array(coordinates)) {
                    points.add(point(one));
                }
                yield GEOMETRIES.createMultiPoint(points.toArray(Point[]::new));
            }
            case "LineString" -> line(coordinates);
            case "MultiLineString" -> {
                var lines = new ArrayList<LineString>();
                for (JsonNode one : array(coordinates)) {
                    lines.add(line(one));
                }
                yield GEOMETRIES.createMultiLineString(lines.toArray(LineString[]::new));
            }
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> {
                var polygons = new ArrayList<Polygon>();
                for (JsonNode one : array(coordinates)) {
                    polygons.add(polygon(one));
                }
                yield GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
            }
            case "GeometryCollection" -> collection(node.path("geometries"), depth);
            default -> throw new Malformed("type: " + (type.isEmpty() ? "?" : type));
        };
    }

    private static Geometry collection(JsonNode geometries, int depth) throws Malformed {
        if (depth >= DEEPEST) {
            throw new Malformed("GeometryCollection");
        }
        var parts = new ArrayList<Geometry>();
        for (JsonNode one : array(geometries)) {
            parts.add(geometry(one, depth + 1));
        }
        return GEOMETRIES.createGeometryCollection(parts.toArray(Geometry[]::new));
    }

    private static Point point(JsonNode node) throws Malformed {
        return node.isEmpty() ? GEOMETRIES.createPoint() : GEOMETRIES.createPoint(position(node));
    }

    private static LineString line(JsonNode node) throws Malformed {
        var positions = positions(node);
        if (positions.size() == 1) {
            throw new Malformed("LineString: 1");
        }
        return GEOMETRIES.createLineString(positions.toArray(Coordinate[]::new));
    }

    private static Polygon polygon(JsonNode node) throws Malformed {
        var rings = new ArrayList<LinearRing>();
        for (JsonNode ring : array(node)) {
            rings.add(ring(positions(ring)));
        }
        return rings.isEmpty()
                ? GEOMETRIES.createPolygon()
                : GEOMETRIES.createPolygon(
                        rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(List<Coordinate> positions) throws Malformed {
        boolean open = !positions.isEmpty() && !positions.getFirst().equals2D(positions.getLast());
        if (open) {
            positions.add(positions.getFirst().copy());
        }
        if (!positions.isEmpty() && positions.size() < 4) {
            throw new Malformed("ring: " + positions.size());
        }
        var ring = GEOMETRIES.createLinearRing(positions.toArray(Coordinate[]::new));
        ring.setUserData(open ? OPEN : null);
        return ring;
    }

    private static List<Coordinate> positions(JsonNode node) throws Malformed {
        var positions = new ArrayList<Coordinate>(node.size());
        for (JsonNode one : array(node)) {
            positions.add(position(one));
        }
        return positions;
    }

    private static Coordinate position(JsonNode node) throws Malformed {
        if (!node.isArray()
                || node.size() < 2
                || !node.get(0).isNumber()
                || !node.get(1).isNumber()) {
            throw new Malformed("position: " + node);
        }
        var position = new Coordinate(node.get(0).doubleValue(), node.get(1).doubleValue());
        if (!position.isValid()) {
            throw new Malformed("position: " + node);
        }
        return position;
    }

    private static JsonNode array(JsonNode node) throws Malformed {
        if (!node.isArray()) {
            throw new Malformed("coordinates: " + (node.isMissingNode() ? "?" : node.getNodeType()));
        }
        return node;
    }
}
