package org.socialobservatory.ingest.check;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** Brings geometries into their canonical form: valid, rounded to 1e-8 degrees, rings in one order. */
public final class Outlines {

    /** 1e-8 degrees are about a millimetre. */
    private static final PrecisionModel GRID = new PrecisionModel(1e8);

    private static final GeometryFactory GEOMETRIES = new GeometryFactory(GRID);

    private Outlines() {}

    /** The outline of an area; empty, with a finding, where it is no surface. A broken one is repaired and said so. */
    static Optional<Geometry> outline(Geometry raw, String area, Place place, Findings findings) {
        if (!isSurface(raw)) {
            findings.add(FindingRule.OUTLINE_UNUSABLE, place, area, area, raw.getGeometryType());
            return Optional.empty();
        }
        var fault = new IsValidOp(raw).getValidationError();
        var sound = raw;
        if (fault != null) {
            var at = fault.getCoordinate();
            var where = at == null ? "" : " (%s, %s)".formatted(shown(at.x), shown(at.y));
            findings.add(FindingRule.OUTLINE_REPAIRED, place, area, area, fault.getMessage() + where);
            sound = GeometryFixer.fix(raw);
        }
        var canonical = canonical(sound);
        if (canonical.isEmpty() || !isSurface(canonical)) {
            findings.add(FindingRule.OUTLINE_UNUSABLE, place, area, area, sound.getGeometryType());
            return Optional.empty();
        }
        return Optional.of(canonical);
    }

    private static boolean isSurface(Geometry geometry) {
        return geometry instanceof Polygon || geometry instanceof MultiPolygon;
    }

    /** Any geometry, rounded and normalised. */
    public static Geometry canonical(Geometry sound) {
        var plain = GEOMETRIES.createGeometry(sound);
        var rounded = GeometryPrecisionReducer.reducePointwise(plain, GRID);
        if (!rounded.isValid()) {
            rounded = GeometryPrecisionReducer.reduce(plain, GRID);
        }
        if (rounded instanceof MultiPolygon many && many.getNumGeometries() == 1) {
            rounded = many.getGeometryN(0);
        }
        var normal = rounded.norm();
        normal.setSRID(0);
        normal.setUserData(null);
        return normal;
    }

    private static String shown(double degrees) {
        return "%.5f".formatted(degrees).replace(',', '.');
    }
}
