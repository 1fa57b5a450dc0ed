package org.socialobservatory.ingest.check;

import java.math.BigDecimal;
import java.math.MathContext;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Square metres of surfaces in longitude and latitude, to half a per cent: enough to say how large a gap is. */
public final class Surface {

    /** Radius of the sphere with the surface of the Earth, in metres. */
    private static final double RADIUS = 6_371_007.2;

    private Surface() {}

    public static double squareMetres(Geometry geometry) {
        double sum = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                sum += ring(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    sum -= ring(polygon.getInteriorRingN(hole));
                }
            }
        }
        return sum;
    }

    /** Chamberlain and Duquette, Some Algorithms for Polygons on a Sphere, JPL 2007. */
    private static double ring(LineString ring) {
        double sum = 0;
        Coordinate[] positions = ring.getCoordinates();
        for (int i = 1; i < positions.length; i++) {
            double width = StrictMath.toRadians(positions[i].x - positions[i - 1].x);
            sum += width
                    * (2
                            + StrictMath.sin(StrictMath.toRadians(positions[i - 1].y))
                            + StrictMath.sin(StrictMath.toRadians(positions[i].y)));
        }
        return Math.abs(sum) * RADIUS * RADIUS / 2;
    }

    /** Two significant digits. */
    static String shown(double squareMetres) {
        return new BigDecimal(squareMetres)
                .round(new MathContext(2))
                .toBigInteger()
                .toString();
    }
}
