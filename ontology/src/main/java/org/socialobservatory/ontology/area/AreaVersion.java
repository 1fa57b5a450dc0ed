package org.socialobservatory.ontology.area;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ontology.Term;

/**
 * An area as it was between two days.
 *
 * @param area code of the lasting area
 * @param validFrom first day, null where the package does not say
 * @param validTo last day, null while it lasts
 * @param outline valid polygon or multipolygon in CRS84 (longitude, latitude), coordinates rounded to 1e-8 degrees,
 *     rings normalised; null where there is none
 * @param drawn whether the outline is a simplified drawing and not a survey; then the map says so
 */
@Term("obs:AreaVersion")
public record AreaVersion(
        String area,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Geometry outline,
        boolean drawn) {}
