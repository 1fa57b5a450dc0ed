package org.socialobservatory.api.ogc.cql2;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Makes the geometries of one filter, of at most so many positions. */
final class Shapes {

    /** More than anybody draws; each area may be compared with all of them. */
    static final int MOST_POSITIONS = 50_000;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private int positions;

    Coordinate position(double x, double y, double z) {
        if (!Double.isFinite(x) || !Double.isFinite(y) || Double.isInfinite(z)) {
            throw BadFilter.shape(x + " " + y);
        }
        if (++positions > MOST_POSITIONS) {
            throw BadFilter.shape("> " + MOST_POSITIONS);
        }
        return new Coordinate(x, y, z);
    }

    Point point(Coordinate position) {
        return FACTORY.createPoint(position);
    }

    LineString line(List<Coordinate> positions) {
        try {
            return FACTORY.createLineString(positions.toArray(Coordinate[]::new));
        } catch (IllegalArgumentException tooShort) {
            throw BadFilter.shape("LINESTRING: " + positions.size());
        }
    }

    /** A polygon by its outer ring and its holes. */
    Polygon polygon(List<List<Coordinate>> rings) {
        if (rings.isEmpty()) {
            throw BadFilter.shape("POLYGON: 0");
        }
        var closed = rings.stream().map(Shapes::ring).toList();
        return FACTORY.createPolygon(
                closed.getFirst(), closed.subList(1, closed.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(List<Coordinate> positions) {
        try {
            return FACTORY.createLinearRing(positions.toArray(Coordinate[]::new));
        } catch (IllegalArgumentException openOrTooShort) {
            throw BadFilter.shape("POLYGON: " + positions.getFirst() + " … " + positions.getLast());
        }
    }

    MultiPoint points(List<Point> parts) {
        return FACTORY.createMultiPoint(parts.toArray(Point[]::new));
    }

    MultiLineString lines(List<LineString> parts) {
        return FACTORY.createMultiLineString(parts.toArray(LineString[]::new));
    }

    MultiPolygon polygons(List<Polygon> parts) {
        return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    GeometryCollection collection(List<Geometry> parts) {
        return FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
    }
}
