package org.socialobservatory.api.ogc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** A coordinate reference system in which geometries are given, with the order of axes of its definition. */
enum Crs {
    /** Longitude, latitude: what is stored. */
    CRS84(0, 1e8),
    /** Latitude, longitude. */
    WGS_84(4326, 1e8),
    WEB_MERCATOR(3857, 1e3),
    /** Merchich / Nord Maroc. */
    MERCHICH_NORTH(26191, 1e3),
    /** Merchich / Sud Maroc. */
    MERCHICH_SOUTH(26192, 1e3),
    /** RGF93 / Lambert-93, France. */
    LAMBERT_93(2154, 1e3),
    /** WGS 84 / UTM zone 28N, Senegal. */
    UTM_28N(32628, 1e3);

    private final int epsg;
    /** Coordinates are rounded to one over this: about a millimetre. */
    private final double precision;

    private volatile @Nullable MathTransform fromLongitudeLatitude;

    Crs(int epsg, double precision) {
        this.epsg = epsg;
        this.precision = precision;
    }

    String uri() {
        return epsg == 0
                ? "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
                : "http://www.opengis.net/def/crs/EPSG/0/" + epsg;
    }

    static List<String> uris() {
        return Arrays.stream(values()).map(Crs::uri).toList();
    }

    /** By URI, or by a short form such as {@code EPSG:2154}. */
    static Optional<Crs> of(String name) {
        return Arrays.stream(values())
                .filter(crs -> name.equals(crs.uri())
                        || name.equals("[" + crs.shortName() + "]")
                        || name.equals(crs.shortName()))
                .findFirst();
    }

    private String shortName() {
        return epsg == 0 ? "OGC:CRS84" : "EPSG:" + epsg;
    }

    /** Whether positions are degrees, of which those of longitude go around. */
    boolean isGeographic() {
        return epsg == 0 || epsg == 4326;
    }

    /** Whether the second coordinate is the longitude. */
    boolean hasLatitudeFirst() {
        return epsg == 4326;
    }

    /** A stored geometry in this system. */
    Geometry given(Geometry stored) {
        return switch (this) {
            case CRS84 -> stored;
            case WGS_84 -> swapped(stored);
            case WEB_MERCATOR, MERCHICH_NORTH, MERCHICH_SOUTH, LAMBERT_93, UTM_28N ->
                rounded(transformed(stored, transform()));
        };
    }

    /**
     * A geometry of this system as it would be stored.
     *
     * @throws IllegalArgumentException where it lies outside of what the system can express
     */
    Geometry stored(Geometry given) {
        return switch (this) {
            case CRS84 -> given;
            case WGS_84 -> swapped(given);
            case WEB_MERCATOR, MERCHICH_NORTH, MERCHICH_SOUTH, LAMBERT_93, UTM_28N -> back(given);
        };
    }

    private Geometry back(Geometry given) {
        try {
            var stored = transformed(given, transform().inverse());
            for (Coordinate coordinate : stored.getCoordinates()) {
                if (!Double.isFinite(coordinate.x) || !Double.isFinite(coordinate.y)) {
                    throw new IllegalArgumentException("Outside of " + shortName());
                }
            }
            return stored;
        } catch (TransformException | IllegalStateException outside) {
            throw new IllegalArgumentException("Outside of " + shortName(), outside);
        }
    }

    private static Geometry transformed(Geometry geometry, MathTransform transform) {
        try {
            return JTS.transform(geometry, transform);
        } catch (TransformException outside) {
            throw new IllegalStateException("A geometry cannot be transformed", outside);
        }
    }

    /** Made when first needed: the database of systems takes seconds to open. */
    private MathTransform transform() {
        var transform = fromLongitudeLatitude;
        if (transform == null) {
            try {
                transform = CRS.findMathTransform(DefaultGeographicCRS.WGS84, CRS.decode("EPSG:" + epsg), true);
            } catch (FactoryException missing) {
                throw new IllegalStateException(missing);
            }
            fromLongitudeLatitude = transform;
        }
        return transform;
    }

    private Geometry rounded(Geometry geometry) {
        geometry.apply(new Each((sequence, i) -> {
            sequence.setOrdinate(i, 0, Math.rint(sequence.getOrdinate(i, 0) * precision) / precision);
            sequence.setOrdinate(i, 1, Math.rint(sequence.getOrdinate(i, 1) * precision) / precision);
        }));
        return geometry;
    }

    private static Geometry swapped(Geometry geometry) {
        var copy = geometry.copy();
        copy.apply(new Each((sequence, i) -> {
            double first = sequence.getOrdinate(i, 0);
            sequence.setOrdinate(i, 0, sequence.getOrdinate(i, 1));
            sequence.setOrdinate(i, 1, first);
        }));
        return copy;
    }

    /** Changes one position of a sequence. */
    @FunctionalInterface
    private interface Change {
        void at(CoordinateSequence sequence, int position);
    }

    /** Changes every position of a geometry. */
    private record Each(Change change) implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence sequence, int position) {
            change.at(sequence, position);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
