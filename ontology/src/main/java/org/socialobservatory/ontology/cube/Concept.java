package org.socialobservatory.ontology.cube;

import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.Term;

/**
 * A code of a code list.
 *
 * @param broader code of the concept above, in the same list
 */
@Term("skos:Concept")
public record Concept(
        String code, Multilingual labels, @Nullable String broader) {}
