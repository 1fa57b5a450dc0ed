package org.socialobservatory.api.ogc;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryTransformer;

/** The grid of tiles {@code WebMercatorQuad} (OGC 17-083r4, D.1): at zoom z, 2<sup>z</sup> × 2<sup>z</sup> squares of the world in EPSG:3857. */
final class TileGrid {

    static final String ID = "WebMercatorQuad";
    static final int DEEPEST = 14;
    /** Half the circumference of the sphere, in metres. */
    static final double HALF = Math.PI * 6_378_137;

    /** Where the projection ends, in degrees: there the world is a square. */
    private static final double NORTHERNMOST = 85.051_128_779_806_59;

    private TileGrid() {}

    /** A tile by its zoom, row from the north and column from the west. */
    record Tile(int z, int y, int x) {

        boolean exists() {
            int side = 1 << Math.min(z, DEEPEST);
            return z >= 0 && z <= DEEPEST && y >= 0 && y < side && x >= 0 && x < side;
        }

        /** In metres of the projection. */
        Envelope box() {
            double side = 2 * HALF / (1 << z);
            double west = -HALF + x * side;
            double north = HALF - y * side;
            return new Envelope(west, west + side, north - side, north);
        }
    }

    /** Metres that a dot of a tile of 256 dots is wide. */
    static double dot(int zoom) {
        return 2 * HALF / 256 / (1 << zoom);
    }

    /** From longitude and latitude to metres; the poles, which are infinitely far, stop at the edge. */
    static Geometry project(Geometry geometry) {
        return new GeometryTransformer() {
            @Override
            protected org.locationtech.jts.geom.CoordinateSequence transformCoordinates(
                    org.locationtech.jts.geom.CoordinateSequence places, Geometry parent) {
                var projected = new Coordinate[places.size()];
                for (int i = 0; i < projected.length; i++) {
                    projected[i] = new Coordinate(x(places.getX(i)), y(places.getY(i)));
                }
                return factory.getCoordinateSequenceFactory().create(projected);
            }
        }.transform(geometry);
    }

    static double x(double longitude) {
        return longitude / 180 * HALF;
    }

    static double y(double latitude) {
        double held = Math.clamp(latitude, -NORTHERNMOST, NORTHERNMOST);
        return HALF / Math.PI * StrictMath.log(StrictMath.tan(Math.PI / 4 + Math.toRadians(held) / 2));
    }
}
