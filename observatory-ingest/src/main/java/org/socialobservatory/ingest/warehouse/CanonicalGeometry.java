package org.socialobservatory.ingest.warehouse;

import java.math.BigDecimal;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.socialobservatory.ontology.cube.Numbers;

/**
 * A shape as GeoJSON (RFC 7946) of one form only: two coordinates, rounded to 1e-8 degrees (about a millimetre), the
 * rings of a polygon from their least point in one direction, the parts of a collection sorted. Read back, the
 * coordinates are the same doubles.
 */
final class CanonicalGeometry {

    /** Steps in a degree. */
    private static final double STEPS = 1e8;
    /** Decimals of a step. */
    private static final int SCALE = 8;

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private CanonicalGeometry() {}

    /** The shape rounded and normalised; the one given stays as it is. */
    static Geometry of(Geometry shape) {
        var copy = shape.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int index) {
                points.setOrdinate(index, 0, rounded(points.getX(index)));
                points.setOrdinate(index, 1, rounded(points.getY(index)));
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        copy.normalize();
        return copy;
    }

    private static double rounded(double degrees) {
        double steps = Math.rint(degrees * STEPS);
        return steps == 0 ? 0 : steps / STEPS;
    }

    static String json(Geometry shape) {
        var text = new StringBuilder();
        write(of(shape), text);
        return text.toString();
    }

    static Geometry read(String json) {
        try {
            var shape = new GeoJsonReader(SHAPES).read(json);
            shape.setSRID(0);
            return shape;
        } catch (ParseException e) {
            throw new WarehouseException("An outline cannot be read: " + e.getMessage(), e);
        }
    }

    private static void write(Geometry shape, StringBuilder text) {
        boolean collection = shape.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        text.append(collection ? "{\"geometries\":" : "{\"coordinates\":");
        if (collection) {
            text.append('[');
            for (int part = 0; part < shape.getNumGeometries(); part++) {
                separate(part, text);
                write(shape.getGeometryN(part), text);
            }
            text.append(']');
        } else {
            coordinates(shape, text);
        }
        text.append(",\"type\":\"").append(shape.getGeometryType()).append("\"}");
    }

    private static void coordinates(Geometry shape, StringBuilder text) {
        switch (shape) {
            case Point point when point.isEmpty() -> text.append("[]");
            case Point point -> position(point.getCoordinate(), text);
            case LineString line -> line(line, text);
            case Polygon polygon -> rings(polygon, text);
            case GeometryCollection parts -> {
                text.append('[');
                for (int part = 0; part < parts.getNumGeometries(); part++) {
                    separate(part, text);
                    coordinates(parts.getGeometryN(part), text);
                }
                text.append(']');
            }
            case Geometry other -> throw new IllegalArgumentException("No GeoJSON for a " + other.getGeometryType());
        }
    }

    private static void rings(Polygon polygon, StringBuilder text) {
        text.append('[');
        if (!polygon.isEmpty()) {
            line(polygon.getExteriorRing(), text);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                text.append(',');
                line(polygon.getInteriorRingN(hole), text);
            }
        }
        text.append(']');
    }

    private static void line(LineString line, StringBuilder text) {
        var points = line.getCoordinateSequence();
        text.append('[');
        for (int point = 0; point < points.size(); point++) {
            separate(point, text);
            position(points.getCoordinate(point), text);
        }
        text.append(']');
    }

    private static void position(Coordinate point, StringBuilder text) {
        text.append('[')
                .append(degrees(point.x))
                .append(',')
                .append(degrees(point.y))
                .append(']');
    }

    private static String degrees(double degrees) {
        return Numbers.text(BigDecimal.valueOf(Math.round(degrees * STEPS), SCALE));
    }

    private static void separate(int index, StringBuilder text) {
        if (index > 0) {
            text.append(',');
        }
    }
}
