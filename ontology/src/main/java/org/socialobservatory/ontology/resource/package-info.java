/**
 * Things of the register that have a place of their own.
 * May know the other rooms of the language, nothing else.
 */
@NullMarked
package org.socialobservatory.ontology.resource;

import org.jspecify.annotations.NullMarked;
