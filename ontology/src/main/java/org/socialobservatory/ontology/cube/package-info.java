/**
 * What is published: observations by dimensions, with their uncertainty.
 * May know the other rooms of the language, nothing else.
 */
@NullMarked
package org.socialobservatory.ontology.cube;

import org.jspecify.annotations.NullMarked;
