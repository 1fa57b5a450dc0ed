package org.socialobservatory.ingest.mapping;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.geotools.api.geometry.MismatchedDimensionException;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.EngineeringCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/**
 * Reference systems by code or by the text of a {@code .prj}. ESRI's texts name a datum and say nothing of its shift,
 * some hundred metres in Morocco; so the EPSG entry that projects alike and has the same datum is looked for.
 */
final class ReferenceSystems {

    private static final Pattern EPSG_CODE = Pattern.compile("(?i)(?:.*\\bEPSG:[^:]*:|EPSG:|)(\\d{4,6})");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?is).*AUTHORITY\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d+)\"?\\s*]\\s*]\\s*");
    /** Systems of the founding towns, tried before the six thousand others. */
    private static final List<String> USUAL =
            List.of("26191", "26192", "26194", "26195", "2154", "32628", "32629", "32630", "32631", "3857", "3949");
    /** Metres by which two projections of one point may differ and be the same. */
    private static final double SAME = 0.01;

    private ReferenceSystems() {}

    /** The way from a system to CRS84; empty where nobody knows it. */
    static Optional<Reprojection> toCrs84(String system) {
        try {
            var code = EPSG_CODE.matcher(system.strip());
            if (code.matches()) {
                return Optional.of(to(CRS.decode("EPSG:" + code.group(1), true)));
            }
            if (!system.contains("[")) {
                return Optional.empty();
            }
            var authority = AUTHORITY.matcher(system);
            if (authority.matches()) {
                return Optional.of(to(CRS.decode("EPSG:" + authority.group(1), true)));
            }
            return ofText(system);
        } catch (FactoryException | TransformException | RuntimeException | LinkageError unknown) {
            // A text with an impossible ellipsoid or parameter makes GeoTools fail in many ways.
            return Optional.empty();
        }
    }

    private static Optional<Reprojection> ofText(String wkt) throws FactoryException, TransformException {
        var stated = CRS.parseWKT(wkt);
        if (stated instanceof EngineeringCRS) {
            // A plane of somebody's own: GeoTools would take it for any other.
            return Optional.empty();
        }
        var known = entry(stated);
        if (known.isPresent()) {
            return Optional.of(to(known.get()));
        }
        // Strict: without a shift of its own, or the datum of WGS 84, this refuses.
        return Optional.of(to(stated));
    }

    private static Reprojection to(CoordinateReferenceSystem system) throws FactoryException {
        var transform = CRS.findMathTransform(system, DefaultGeographicCRS.WGS84, false);
        return geometry -> {
            try {
                return JTS.transform(geometry, transform);
            } catch (TransformException | MismatchedDimensionException outside) {
                return null;
            }
        };
    }

    /** The EPSG entry that a projected system is, by what it does and by the name of its datum. */
    private static Optional<CoordinateReferenceSystem> entry(CoordinateReferenceSystem stated)
            throws FactoryException, TransformException {
        if (!(stated instanceof ProjectedCRS projected)) {
            return Optional.empty();
        }
        var datum = plain(projected.getBaseCRS().getName().getCode());
        var usual = candidates(USUAL.stream(), projected, datum);
        return usual.isPresent() ? usual : candidates(named(projected), projected, datum);
    }

    private static Optional<CoordinateReferenceSystem> candidates(
            Stream<String> codes, ProjectedCRS stated, String datum) {
        return codes.map(ReferenceSystems::decode)
                .flatMap(Optional::stream)
                .filter(entry -> sameDatum(entry, datum) && projectsAlike(entry, stated))
                .min(Comparator.comparingInt(entry ->
                        Math.abs(plain(entry.getBaseCRS().getName().getCode()).length() - datum.length())))
                .map(entry -> entry);
    }

    private static Optional<ProjectedCRS> decode(String code) {
        try {
            return CRS.decode("EPSG:" + code, true) instanceof ProjectedCRS projected
                    ? Optional.of(projected)
                    : Optional.empty();
        } catch (FactoryException | LinkageError unknown) {
            return Optional.empty();
        }
    }

    /** Codes whose description shares the stated name or its last part. */
    private static Stream<String> named(ProjectedCRS stated) throws FactoryException {
        var factory = CRS.getAuthorityFactory(true);
        var name = plain(stated.getName().getCode());
        return factory.getAuthorityCodes(ProjectedCRS.class).stream()
                .filter(code -> code.matches("\\d+"))
                .filter(code -> {
                    try {
                        var description = factory.getDescriptionText("EPSG:" + code);
                        return description != null && shares(name, description.toString());
                    } catch (FactoryException undescribed) {
                        return false;
                    }
                });
    }

    private static boolean shares(String name, String description) {
        var whole = plain(description);
        var last = plain(description.substring(description.lastIndexOf('/') + 1));
        return whole.contains(name) || (last.length() > 4 && name.contains(last));
    }

    /** {@code GCS_RGF_1993} and {@code RGF93 v1} agree; {@code GCS_WGS_1984} and {@code ETRS89} do not. */
    private static boolean sameDatum(ProjectedCRS entry, String datum) {
        var name = plain(entry.getBaseCRS().getName().getCode());
        return name.startsWith(datum) || datum.startsWith(name);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("^(gcs|d)_", "")
                .replaceAll("19(\\d\\d)", "$1")
                .replaceAll("[^a-z0-9]", "");
    }

    /** Whether both put some points of the stated system's own plane at the same place. */
    private static boolean projectsAlike(ProjectedCRS entry, ProjectedCRS stated) {
        try {
            MathTransform from = stated.getConversionFromBase().getMathTransform();
            MathTransform to = entry.getConversionFromBase().getMathTransform();
            double[] plane = {500_000, 300_000, 400_000, 400_000, 600_000, 200_000};
            double[] degrees = new double[plane.length];
            double[] again = new double[plane.length];
            from.inverse().transform(plane, 0, degrees, 0, plane.length / 2);
            to.transform(degrees, 0, again, 0, plane.length / 2);
            for (int i = 0; i < plane.length; i++) {
                if (!(Math.abs(again[i] - plane[i]) < SAME)) {
                    return false;
                }
            }
            return true;
        } catch (TransformException | RuntimeException elsewhere) {
            return false;
        }
    }
}
