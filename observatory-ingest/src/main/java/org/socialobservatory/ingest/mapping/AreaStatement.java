package org.socialobservatory.ingest.mapping;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.finding.Finding.Place;

/**
 * What one row says of an area; null where it says nothing.
 *
 * @param place where it was read
 * @param outline in CRS84, as it came
 */
public record AreaStatement(
        Place place,
        String code,
        @Nullable String level,
        @Nullable String within,
        Multilingual names,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Geometry outline,
        boolean drawn) {}
