package org.socialobservatory.api.ogc.cql2;

import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.socialobservatory.api.ogc.cql2.Expression.Box;
import org.socialobservatory.api.ogc.cql2.Expression.Shape;

/**
 * Brings the geometries of a filter to longitude and latitude.
 *
 * @param latitudeFirst whether the filter's system gives the latitude first; a box may span the antimeridian
 */
record Places(Function<Geometry, Geometry> stored, boolean latitudeFirst) {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double HALF_TURN = 180;

    Geometry of(Shape shape) {
        var geometry = stored(shape.geometry(), shape);
        var check = new IsValidOp(geometry);
        if (!check.isValid()) {
            var error = check.getValidationError();
            throw BadFilter.shape(error.getCoordinate().x + " " + error.getCoordinate().y);
        }
        return geometry;
    }

    Geometry of(Box box) {
        var corners = box.corners().stream().mapToDouble(Number::doubleValue).toArray();
        int upper = corners.length / 2;
        int longitude = latitudeFirst ? 1 : 0;
        boolean around = corners[longitude] > corners[upper + longitude];
        if (corners[1 - longitude] > corners[upper + 1 - longitude]) {
            throw BadFilter.shape(TextWriter.write(box));
        }
        if (!around) {
            return stored(rectangle(corners[0], corners[1], corners[upper], corners[upper + 1]), box);
        }
        var east = corners.clone();
        var west = corners.clone();
        east[upper + longitude] = HALF_TURN;
        west[longitude] = -HALF_TURN;
        if (Math.abs(corners[longitude]) > HALF_TURN || Math.abs(corners[upper + longitude]) > HALF_TURN) {
            throw BadFilter.shape(TextWriter.write(box));
        }
        return stored(
                FACTORY.buildGeometry(List.of(
                        rectangle(east[0], east[1], east[upper], east[upper + 1]),
                        rectangle(west[0], west[1], west[upper], west[upper + 1]))),
                box);
    }

    /** A box without width or height is a line or a point. */
    private static Geometry rectangle(double left, double bottom, double right, double top) {
        return FACTORY.toGeometry(new Envelope(left, right, bottom, top));
    }

    private Geometry stored(Geometry given, Expression written) {
        try {
            return stored.apply(given);
        } catch (IllegalArgumentException outside) {
            throw BadFilter.shape(TextWriter.write(written));
        }
    }
}
