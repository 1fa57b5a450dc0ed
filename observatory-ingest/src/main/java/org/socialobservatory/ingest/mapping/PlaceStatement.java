package org.socialobservatory.ingest.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.finding.Finding;

/**
 * What one row says of a place; null where it says nothing.
 *
 * @param place where it was read
 * @param location in CRS84, as it came
 * @param properties further columns
 */
public record PlaceStatement(
        Finding.Place place,
        String code,
        String kind,
        Multilingual names,
        @Nullable String within,
        @Nullable Geometry location,
        Map<String, String> properties) {}
