package org.socialobservatory.ontology.area;

import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.Term;

/**
 * A lasting area: a quarter, a town, a country.
 *
 * @param level code in the scheme {@code level}
 * @param within code of the area above, if any
 */
@Term("geo:Feature")
public record Area(String code, String level, @Nullable String within, Multilingual names) {
    public Area {
        Codes.require(code);
        Codes.require(level);
        if (within != null) {
            Codes.require(within);
        }
    }
}
