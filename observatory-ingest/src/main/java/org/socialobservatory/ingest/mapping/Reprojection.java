package org.socialobservatory.ingest.mapping;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** From the reference system of a file to CRS84: longitude, latitude, WGS 84. */
@FunctionalInterface
interface Reprojection {

    /** The geometry in CRS84; null where it cannot be moved there. */
    @Nullable
    Geometry apply(Geometry geometry);

    /** From the system that the package declares, else the one that the file states. */
    static Optional<Reprojection> of(Table table, @Nullable String declared, Findings findings) {
        var system = declared != null ? Optional.of(declared) : table.referenceSystem();
        if (system.isEmpty() || system.get().isBlank()) {
            findings.add(FindingRule.GEOMETRY_WITHOUT_CRS, table.place(), null);
            return Optional.empty();
        }
        return to(system.get(), table.place(), findings);
    }

    /** From a system, CRS84 where none is named. GeoTools takes seconds to start and is left alone where it can be. */
    static Optional<Reprojection> to(@Nullable String system, Place place, Findings findings) {
        if (system == null || isCrs84(system)) {
            return Optional.of(geometry -> geometry);
        }
        var found = ReferenceSystems.toCrs84(system);
        if (found.isEmpty()) {
            findings.add(FindingRule.CRS_UNKNOWN, place, system, name(system));
        }
        return found;
    }

    /** Names under which files mean longitude, latitude on WGS 84; files keep this order whatever EPSG says. */
    private static boolean isCrs84(String system) {
        var name = system.strip().toUpperCase(Locale.ROOT);
        return name.endsWith("CRS84")
                || name.endsWith("EPSG:4326")
                || name.endsWith("EPSG::4326")
                || name.equals("WGS84")
                || name.startsWith("GEOGCS[\"GCS_WGS_1984\"")
                || name.startsWith("GEOGCS[\"WGS 84\"");
    }

    /** The name in a WKT text, or the code. */
    private static String name(String system) {
        int quote = system.indexOf('"');
        int end = system.indexOf('"', quote + 1);
        return quote > 0 && end > quote ? system.substring(quote + 1, end) : system;
    }
}
