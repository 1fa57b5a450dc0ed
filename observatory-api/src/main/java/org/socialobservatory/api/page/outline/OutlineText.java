package org.socialobservatory.api.page.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outlines as GeoJSON (RFC 7946): read strictly, for what was drawn is repaired by who drew it. */
final class OutlineText {

    static final String NAME = "outline";

    /** More than surveyed outlines of quarters have. */
    static final int MOST_CORNERS = 5_000;

    private static final int FEWEST = LinearRing.MINIMUM_VALID_SIZE + 1;
    private static final List<String> TYPES = List.of("Polygon", "MultiPolygon");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final String text;
    private int corners;

    private OutlineText(String text) {
        this.text = text;
    }

    /** A valid polygon or several, in degrees; a feature stands for its geometry. */
    static Geometry read(String text) {
        var reader = new OutlineText(text);
        var outline = reader.outline(reader.geometry(reader.tree()));
        var fault = new IsValidOp(outline).getValidationError();
        if (fault != null) {
            throw crossing(fault);
        }
        return outline;
    }

    private static BadParameter crossing(TopologyValidationError fault) {
        var at = fault.getCoordinate();
        var place = at == null ? null : String.format(Locale.ROOT, "%.5f, %.5f", at.x, at.y);
        return new BadParameter(ProblemRule.OUTLINE_CROSSES, NAME, place, List.of());
    }

    private BadParameter fault(ProblemRule rule, String value) {
        return new BadParameter(rule, NAME, value, List.of());
    }

    private BadParameter unreadable() {
        return new BadParameter(ProblemRule.OUTLINE_UNREADABLE, NAME, text, TYPES);
    }

    private JsonNode tree() {
        try {
            return JSON.readTree(text);
        } catch (JacksonException malformed) {
            throw unreadable();
        }
    }

    private JsonNode geometry(JsonNode tree) {
        return tree.path("type").asString("").equals("Feature") ? tree.path("geometry") : tree;
    }

    private Geometry outline(JsonNode geometry) {
        var coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> {
                var parts = new ArrayList<Polygon>();
                items(coordinates).forEach(part -> parts.add(polygon(part)));
                yield FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
            }
            default -> throw unreadable();
        };
    }

    private Iterable<JsonNode> items(JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            throw unreadable();
        }
        return list;
    }

    private Polygon polygon(JsonNode rings) {
        var read = new ArrayList<LinearRing>();
        items(rings).forEach(ring -> read.add(ring(ring)));
        return FACTORY.createPolygon(
                read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonNode positions) {
        var ring = new ArrayList<Coordinate>();
        for (JsonNode position : items(positions)) {
            if (++corners > MOST_CORNERS) {
                throw fault(ProblemRule.OUTLINE_LONG, String.valueOf(MOST_CORNERS));
            }
            ring.add(position(position));
        }
        if (ring.stream().distinct().count() < FEWEST - 1) {
            throw fault(
                    ProblemRule.OUTLINE_SHORT,
                    String.valueOf(ring.stream().distinct().count()));
        }
        if (ring.size() < FEWEST || !ring.getFirst().equals2D(ring.getLast())) {
            throw fault(ProblemRule.OUTLINE_OPEN, shown(ring.getLast()));
        }
        return FACTORY.createLinearRing(ring.toArray(Coordinate[]::new));
    }

    private Coordinate position(JsonNode position) {
        if (!position.isArray()
                || position.size() < 2
                || !position.get(0).isNumber()
                || !position.get(1).isNumber()) {
            throw unreadable();
        }
        var at = new Coordinate(position.get(0).doubleValue(), position.get(1).doubleValue());
        if (!(Math.abs(at.x) <= 180 && Math.abs(at.y) <= 90)) {
            throw fault(ProblemRule.OUTLINE_OUTSIDE, at.x + ", " + at.y);
        }
        return at;
    }

    private static String shown(Coordinate at) {
        return at.x + ", " + at.y;
    }

    /** An outline as the members of a GeoJSON geometry; outer rings run counter-clockwise (RFC 7946 §3.1.6). */
    static Map<String, Object> written(Geometry outline) {
        var members = new LinkedHashMap<String, Object>();
        if (outline instanceof MultiPolygon many) {
            var parts = new ArrayList<Object>();
            for (int i = 0; i < many.getNumGeometries(); i++) {
                parts.add(coordinates((Polygon) many.getGeometryN(i)));
            }
            members.put("type", "MultiPolygon");
            members.put("coordinates", parts);
        } else {
            members.put("type", "Polygon");
            members.put("coordinates", coordinates((Polygon) outline));
        }
        return members;
    }

    private static List<List<double[]>> coordinates(Polygon polygon) {
        var rings = new ArrayList<List<double[]>>();
        rings.add(positions(polygon.getExteriorRing(), true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(positions(polygon.getInteriorRingN(i), false));
        }
        return rings;
    }

    private static List<double[]> positions(LinearRing ring, boolean counterClockwise) {
        boolean asItIs =
                org.locationtech.jts.algorithm.Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise;
        var way = (asItIs ? ring : ring.reverse()).getCoordinates();
        return Arrays.stream(way).map(at -> new double[] {at.x, at.y}).toList();
    }

    /** The same as text. */
    static String json(Geometry outline) {
        return JSON.writeValueAsString(written(outline));
    }
}
