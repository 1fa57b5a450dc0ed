package org.socialobservatory.api.sparql.function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;

/** Shapes as GeoSPARQL writes them, in longitude and latitude. The outlines that queries read again and again are kept. */
final class Shapes {

    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    static final Node WKT = NodeFactory.createURI(GEO + "wktLiteral");
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    /** Latitude first. */
    private static final String WGS84 = "http://www.opengis.net/def/crs/EPSG/0/4326";
    /** Of one shape; comparing two of these takes some tenths of a second. */
    private static final int MOST_POINTS = 100_000;
    /** Of all that are kept, some tens of megabytes. */
    private static final long KEPT_POINTS = 400_000;

    private static final Cache<String, PreparedGeometry> KEPT = Caffeine.newBuilder()
            .maximumWeight(KEPT_POINTS)
            .weigher((String text, PreparedGeometry shape) ->
                    text.length() / 32 + shape.getGeometry().getNumPoints() + 8)
            .build();

    private Shapes() {}

    static PreparedGeometry of(NodeValue value) {
        return of(value.asNode())
                .orElseThrow(() -> new ExprEvalException("Not a shape in longitude and latitude: " + value));
    }

    /** The shape that a literal writes, if it is one that can be computed with. */
    static Optional<PreparedGeometry> of(Node node) {
        if (!node.isLiteral() || !WKT.getURI().equals(node.getLiteralDatatypeURI())) {
            return Optional.empty();
        }
        var text = node.getLiteralLexicalForm();
        var kept = KEPT.getIfPresent(text);
        if (kept == null) {
            var read = read(text);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            kept = PreparedGeometryFactory.prepare(read.get());
            KEPT.put(text, kept);
        }
        return Optional.of(kept);
    }

    private static Optional<Geometry> read(String text) {
        var shape = text.strip();
        boolean latitudeFirst = false;
        if (shape.startsWith("<")) {
            int end = shape.indexOf('>');
            var crs = shape.substring(1, Math.max(1, end));
            latitudeFirst = crs.equals(WGS84);
            if (!latitudeFirst && !crs.equals(CRS84)) {
                return Optional.empty();
            }
            shape = shape.substring(end + 1).strip();
        }
        try {
            var geometry = new WKTReader().read(shape);
            if (latitudeFirst) {
                geometry.apply((CoordinateFilter) Shapes::swap);
                geometry.geometryChanged();
            }
            return isReasonable(geometry) ? Optional.of(geometry) : Optional.empty();
        } catch (ParseException | IllegalArgumentException notWkt) {
            return Optional.empty();
        }
    }

    private static void swap(Coordinate coordinate) {
        double latitude = coordinate.x;
        coordinate.x = coordinate.y;
        coordinate.y = latitude;
    }

    private static boolean isReasonable(Geometry geometry) {
        if (geometry.getNumPoints() > MOST_POINTS) {
            return false;
        }
        for (Coordinate coordinate : geometry.getCoordinates()) {
            if (!Double.isFinite(coordinate.x) || !Double.isFinite(coordinate.y)) {
                return false;
            }
        }
        return true;
    }

    static NodeValue written(Geometry geometry) {
        return NodeValue.makeNode(
                NodeFactory.createLiteralDT(new WKTWriter().write(geometry), NodeFactory.getType(WKT.getURI())));
    }
}
