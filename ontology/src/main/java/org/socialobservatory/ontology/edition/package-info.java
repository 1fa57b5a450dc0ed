/**
 * Immutable numbered publications of a dataset and what they contain.
 * May know the other rooms of the language, nothing else.
 */
@NullMarked
package org.socialobservatory.ontology.edition;

import org.jspecify.annotations.NullMarked;
