package org.socialobservatory.api.snapshot.rdf.description;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * The surface of an outline in square metres on the WGS 84 ellipsoid: its plane area under Lambert's cylindrical
 * equal-area projection (Snyder, Map Projections: A Working Manual, 1987, §10, equations 3-12 and 10-14).
 */
final class Surface {

    /** Semi-major axis of WGS 84 in metres. */
    private static final double AXIS = 6_378_137;
    /** First eccentricity of WGS 84. */
    private static final double ECCENTRICITY = 0.081819190842621;

    private Surface() {}

    static double squareMetres(Geometry outline) {
        var projected = outline.copy();
        projected.apply((CoordinateFilter) Surface::project);
        projected.geometryChanged();
        return projected.getArea();
    }

    private static void project(Coordinate at) {
        double sine = StrictMath.sin(StrictMath.toRadians(at.y));
        at.x = AXIS * StrictMath.toRadians(at.x);
        at.y = AXIS / 2 * authalic(sine);
    }

    /** Twice the equal-area ordinate of a latitude for a unit axis: Snyder's q. */
    private static double authalic(double sine) {
        double eccentric = ECCENTRICITY * sine;
        double logarithm = StrictMath.log((1 - eccentric) / (1 + eccentric));
        return (1 - ECCENTRICITY * ECCENTRICITY)
                * (sine / (1 - eccentric * eccentric) - logarithm / (2 * ECCENTRICITY));
    }
}
