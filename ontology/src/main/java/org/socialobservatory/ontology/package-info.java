/**
 * The language of the observatory: its nouns as records, its shared code lists and its base catalogue.
 * Knows nothing of how data come in or go out.
 */
@NullMarked
package org.socialobservatory.ontology;

import org.jspecify.annotations.NullMarked;
