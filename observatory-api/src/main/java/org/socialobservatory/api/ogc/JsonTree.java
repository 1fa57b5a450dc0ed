package org.socialobservatory.api.ogc;

import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes maps, lists, texts, numbers and geometries (RFC 7946 §3.1) as JSON, reading lists while it writes. */
final class JsonTree {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final JsonGenerator json;

    private JsonTree(JsonGenerator json) {
        this.json = json;
    }

    static void write(Object tree, OutputStream out) {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new JsonTree(json).value(tree);
        }
    }

    /** A geometry alone, as text. */
    static String text(Geometry geometry) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new JsonTree(json).geometry(geometry);
        }
        return text.toString();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> members -> {
                json.writeStartObject();
                members.forEach((name, member) -> {
                    json.writeName(String.valueOf(name));
                    value(member);
                });
                json.writeEndObject();
            }
            case Iterable<?> elements -> {
                json.writeStartArray();
                elements.forEach(this::value);
                json.writeEndArray();
            }
            case Geometry geometry -> geometry(geometry);
            case BigDecimal number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            default -> json.writeString(value.toString());
        }
    }

    private void geometry(Geometry geometry) {
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        json.writeName(geometry.getClass() == GeometryCollection.class ? "geometries" : "coordinates");
        switch (geometry) {
            case Point point -> position(point.getCoordinateSequence(), 0);
            case LineString line -> positions(line.getCoordinateSequence(), false);
            case Polygon polygon -> rings(polygon);
            case MultiPoint points -> each(points, part -> position(((Point) part).getCoordinateSequence(), 0));
            case MultiLineString lines ->
                each(lines, part -> positions(((LineString) part).getCoordinateSequence(), false));
            case MultiPolygon polygons -> each(polygons, part -> rings((Polygon) part));
            case GeometryCollection parts -> each(parts, this::geometry);
            default -> throw new IllegalArgumentException("No GeoJSON for " + geometry.getGeometryType());
        }
        json.writeEndObject();
    }

    private void each(GeometryCollection parts, Consumer<Geometry> writer) {
        json.writeStartArray();
        for (int i = 0; i < parts.getNumGeometries(); i++) {
            writer.accept(parts.getGeometryN(i));
        }
        json.writeEndArray();
    }

    /** Outer rings against the clock, holes with it (RFC 7946 §3.1.6). */
    private void rings(Polygon polygon) {
        json.writeStartArray();
        ring(polygon.getExteriorRing(), true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(polygon.getInteriorRingN(i), false);
        }
        json.writeEndArray();
    }

    private void ring(LinearRing ring, boolean againstClock) {
        var positions = ring.getCoordinateSequence();
        positions(positions, Orientation.isCCW(positions) != againstClock);
    }

    private void positions(CoordinateSequence positions, boolean backwards) {
        json.writeStartArray();
        for (int i = 0; i < positions.size(); i++) {
            position(positions, backwards ? positions.size() - 1 - i : i);
        }
        json.writeEndArray();
    }

    private void position(CoordinateSequence positions, int i) {
        json.writeStartArray();
        json.writeNumber(positions.getX(i));
        json.writeNumber(positions.getY(i));
        json.writeEndArray();
    }
}
