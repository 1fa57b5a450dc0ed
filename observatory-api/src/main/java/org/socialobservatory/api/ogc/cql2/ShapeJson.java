package org.socialobservatory.api.ogc.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Reads a geometry as GeoJSON (RFC 7946 §3.1) within a filter. */
final class ShapeJson {

    private final JsonReader json;
    private final Depth depth;
    private final Shapes shapes = new Shapes();

    ShapeJson(JsonReader json, Depth depth) {
        this.json = json;
        this.depth = depth;
    }

    Geometry read(JsonNode shape) {
        var coordinates = shape.path("coordinates");
        return switch (json.text(shape.path("type"))) {
            case "Point" -> point(coordinates);
            case "LineString" -> line(coordinates);
            case "Polygon" -> polygon(coordinates);
            case "MultiPoint" -> shapes.points(all(coordinates, this::point));
            case "MultiLineString" -> shapes.lines(all(coordinates, this::line));
            case "MultiPolygon" -> shapes.polygons(all(coordinates, this::polygon));
            case "GeometryCollection" ->
                depth.within(() -> shapes.collection(all(shape.path("geometries"), this::read)));
            default -> throw json.unexpected(shape.path("type"), "Point", "LineString", "Polygon", "MultiPolygon");
        };
    }

    private Point point(JsonNode coordinates) {
        return shapes.point(position(coordinates));
    }

    private LineString line(JsonNode coordinates) {
        return shapes.line(all(coordinates, this::position));
    }

    private Polygon polygon(JsonNode coordinates) {
        return shapes.polygon(all(coordinates, ring -> all(ring, this::position)));
    }

    private Coordinate position(JsonNode numbers) {
        int size = json.array(numbers).size();
        if (size != 2 && size != 3) {
            throw json.unexpected(numbers, "[0,0]");
        }
        return shapes.position(
                ordinate(numbers.get(0)), ordinate(numbers.get(1)), size == 3 ? ordinate(numbers.get(2)) : Double.NaN);
    }

    private double ordinate(JsonNode number) {
        return json.number(number).doubleValue();
    }

    private <T> List<T> all(JsonNode parts, Function<JsonNode, T> reading) {
        var read = new ArrayList<T>();
        json.array(parts).forEach(part -> read.add(reading.apply(part)));
        if (read.isEmpty()) {
            throw json.unexpected(parts, "[…]");
        }
        return read;
    }
}
