package org.socialobservatory.api.page.outline;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A plane of metres around a place: equirectangular, true to scale in the middle. There and back a coordinate moves by
 * less than the 1e-8 degrees to which outlines are rounded.
 *
 * @param longitude of its middle
 * @param shrink cosine of the latitude of its middle
 */
record Plane(double longitude, double latitude, double shrink) {

    /** Metres of a degree of latitude, on the sphere with the surface of the Earth. */
    private static final double DEGREE = 6_371_007.2 * Math.PI / 180;
    /** Nearer to a pole nobody lives. */
    private static final double LEAST_SHRINK = 0.01;

    static Plane around(Envelope degrees) {
        var middle = degrees.centre();
        return new Plane(middle.x, middle.y, Math.max(LEAST_SHRINK, Math.cos(Math.toRadians(middle.y))));
    }

    /** From degrees to metres. */
    Geometry of(Geometry degrees) {
        return moved(degrees, at -> new Coordinate((at.x - longitude) * shrink * DEGREE, (at.y - latitude) * DEGREE));
    }

    /** From metres to degrees. */
    Geometry back(Geometry metres) {
        return moved(metres, at -> new Coordinate(at.x / (shrink * DEGREE) + longitude, at.y / DEGREE + latitude));
    }

    /** Degrees of longitude that are so many metres; no degree of latitude is shorter. */
    double degrees(double metres) {
        return metres / (shrink * DEGREE);
    }

    private interface Move {
        Coordinate of(Coordinate at);
    }

    private static Geometry moved(Geometry geometry, Move move) {
        var copy = geometry.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int at) {
                var there = move.of(sequence.getCoordinate(at));
                sequence.setOrdinate(at, CoordinateSequence.X, there.x);
                sequence.setOrdinate(at, CoordinateSequence.Y, there.y);
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
        return copy;
    }
}
