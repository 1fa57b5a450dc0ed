package org.socialobservatory.api.sparql.function;

import java.util.Map;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase3;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.DistanceOp;

/** {@code geof:distance(one, other, unit)}: the shortest way between two shapes over the earth. */
public final class Distance extends FunctionBase3 {

    private static final String UNIT = "http://www.opengis.net/def/uom/OGC/1.0/";
    private static final String QUDT = "http://qudt.org/vocab/unit/";
    private static final Map<String, Double> METRES = Map.of(
            UNIT + "metre",
            1.0,
            UNIT + "meter",
            1.0,
            UNIT + "kilometre",
            1000.0,
            QUDT + "M",
            1.0,
            QUDT + "KiloM",
            1000.0);

    /** Of WGS 84, in metres. */
    private static final double EQUATOR = 6_378_137;

    private static final double FLATTENING = 1 / 298.257223563;

    @Override
    public NodeValue exec(NodeValue one, NodeValue other, NodeValue unit) {
        var metres = METRES.get(unit.asNode().isURI() ? unit.asNode().getURI() : "");
        if (metres == null) {
            throw new ExprEvalException("Not a unit of length known here: " + unit);
        }
        return NodeValue.makeDouble(
                metres(Shapes.of(one).getGeometry(), Shapes.of(other).getGeometry()) / metres);
    }

    /** The nearest points are sought on a plane on which the degrees of the middle are of one length. */
    static double metres(Geometry one, Geometry other) {
        if (one.isEmpty() || other.isEmpty()) {
            throw new ExprEvalException("Nothing is at no distance");
        }
        var middle = one.getEnvelopeInternal();
        middle.expandToInclude(other.getEnvelopeInternal());
        double narrow = Math.max(1e-6, Math.cos(Math.toRadians(middle.centre().y)));
        var plane = AffineTransformation.scaleInstance(narrow, 1);
        var nearest = new DistanceOp(plane.transform(one), plane.transform(other)).nearestPoints();
        return geodesic(
                new Coordinate(nearest[0].x / narrow, nearest[0].y),
                new Coordinate(nearest[1].x / narrow, nearest[1].y));
    }

    /** Lambert's formula for long lines: right to some metres in a thousand kilometres, far better in a town. */
    private static double geodesic(Coordinate from, Coordinate to) {
        double reduced1 = Math.atan((1 - FLATTENING) * Math.tan(Math.toRadians(from.y)));
        double reduced2 = Math.atan((1 - FLATTENING) * Math.tan(Math.toRadians(to.y)));
        double north = (reduced2 - reduced1) / 2;
        double east = Math.toRadians(to.x - from.x) / 2;
        double haversine = square(Math.sin(north)) + Math.cos(reduced1) * Math.cos(reduced2) * square(Math.sin(east));
        double angle = 2 * Math.asin(Math.min(1, Math.sqrt(haversine)));
        if (angle == 0) {
            return 0;
        }
        double mean = (reduced1 + reduced2) / 2;
        double x = (angle - Math.sin(angle))
                * square(Math.sin(mean) * Math.cos(north))
                / Math.max(1e-12, square(Math.cos(angle / 2)));
        double y = (angle + Math.sin(angle)) * square(Math.cos(mean) * Math.sin(north)) / square(Math.sin(angle / 2));
        return EQUATOR * (angle - FLATTENING / 2 * (x + y));
    }

    private static double square(double number) {
        return number * number;
    }
}
