/**
 * What is measured: defined statistics with their unit, universe and direction.
 * May know the other rooms of the language, nothing else.
 */
@NullMarked
package org.socialobservatory.ontology.indicator;

import org.jspecify.annotations.NullMarked;
