/**
 * When: intervals of time by their codes.
 * May know the other rooms of the language, nothing else.
 */
@NullMarked
package org.socialobservatory.ontology.period;

import org.jspecify.annotations.NullMarked;
