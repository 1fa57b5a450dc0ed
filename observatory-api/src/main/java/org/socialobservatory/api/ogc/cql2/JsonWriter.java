package org.socialobservatory.api.ogc.cql2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.socialobservatory.api.ogc.cql2.Expression.Box;
import org.socialobservatory.api.ogc.cql2.Expression.Call;
import org.socialobservatory.api.ogc.cql2.Expression.Day;
import org.socialobservatory.api.ogc.cql2.Expression.Interval;
import org.socialobservatory.api.ogc.cql2.Expression.Operation;
import org.socialobservatory.api.ogc.cql2.Expression.Property;
import org.socialobservatory.api.ogc.cql2.Expression.Quantity;
import org.socialobservatory.api.ogc.cql2.Expression.Several;
import org.socialobservatory.api.ogc.cql2.Expression.Shape;
import org.socialobservatory.api.ogc.cql2.Expression.Text;
import org.socialobservatory.api.ogc.cql2.Expression.Timestamp;
import org.socialobservatory.api.ogc.cql2.Expression.Truth;
import org.socialobservatory.api.ogc.cql2.Expression.Unbounded;
import tools.jackson.databind.json.JsonMapper;

/** Writes filters as JSON; what is read from it again is the same filter. */
final class JsonWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonWriter() {}

    static String write(Expression expression) {
        return JSON.writeValueAsString(tree(expression));
    }

    private static Object tree(Expression expression) {
        return switch (expression) {
            case Property property -> Map.of("property", property.name());
            case Text text -> text.value();
            case Quantity quantity -> quantity.value();
            case Truth truth -> truth.value();
            case Day day -> Map.of("date", day.value().toString());
            case Timestamp timestamp -> Map.of("timestamp", timestamp.value().toString());
            case Unbounded _ -> "..";
            case Interval interval -> Map.of("interval", List.of(end(interval.start()), end(interval.end())));
            case Shape shape -> shape(shape.geometry());
            case Box box -> Map.of("bbox", box.corners());
            case Several several -> trees(several.elements());
            case Operation operation -> members("op", operation.operator().code(), "args", trees(operation.operands()));
            case Call call -> members("op", call.name(), "args", trees(call.arguments()));
        };
    }

    private static List<Object> trees(List<Expression> expressions) {
        return expressions.stream().map(JsonWriter::tree).toList();
    }

    private static Map<String, Object> members(String first, Object one, String second, Object two) {
        var members = new LinkedHashMap<String, Object>();
        members.put(first, one);
        members.put(second, two);
        return members;
    }

    private static Object end(Expression end) {
        return switch (end) {
            case Day _, Timestamp _, Unbounded _ -> Instants.text(end);
            default -> tree(end);
        };
    }

    private static Map<String, Object> shape(Geometry geometry) {
        boolean collection = geometry.getClass() == GeometryCollection.class;
        return members(
                "type",
                geometry.getGeometryType(),
                collection ? "geometries" : "coordinates",
                collection ? parts((GeometryCollection) geometry, JsonWriter::shape) : coordinates(geometry));
    }

    private static Object coordinates(Geometry geometry) {
        return switch (geometry) {
            case Point point -> position(point.getCoordinate());
            case LineString line -> positions(line);
            case Polygon polygon -> rings(polygon);
            case MultiPoint points -> parts(points, JsonWriter::coordinates);
            case MultiLineString lines -> parts(lines, JsonWriter::coordinates);
            case MultiPolygon polygons -> parts(polygons, JsonWriter::coordinates);
            default -> throw new IllegalArgumentException(geometry.getGeometryType());
        };
    }

    private static List<Object> parts(
            GeometryCollection collection, java.util.function.Function<Geometry, Object> writing) {
        return IntStream.range(0, collection.getNumGeometries())
                .mapToObj(collection::getGeometryN)
                .map(writing)
                .toList();
    }

    private static List<Object> rings(Polygon polygon) {
        var rings = new ArrayList<Object>();
        rings.add(positions(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(positions(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static List<Object> positions(LineString line) {
        var positions = new ArrayList<Object>();
        for (Coordinate coordinate : line.getCoordinates()) {
            positions.add(position(coordinate));
        }
        return positions;
    }

    private static Object position(Coordinate coordinate) {
        return Double.isNaN(coordinate.getZ())
                ? List.of(coordinate.x, coordinate.y)
                : List.of(coordinate.x, coordinate.y, coordinate.getZ());
    }
}
