package org.socialobservatory.ontology.resource;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.Term;

/**
 * A located thing, such as a health post.
 *
 * @param kind code of the kind of place
 * @param within code of the finest area that holds it, declared or found; null outside every area
 * @param location in CRS84, rounded as the outlines of areas are
 * @param properties further columns of the file, as text
 */
@Term("obs:Place")
public record Place(
        String code,
        String kind,
        Multilingual names,
        @Nullable String within,
        @Nullable Geometry location,
        Map<String, String> properties) {
    public Place {
        Codes.require(code);
        Codes.require(kind);
        properties = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(properties));
    }
}
