/**
 * Where: lasting areas, their dated versions and the changes between them.
 * May know the other rooms of the language, nothing else.
 */
@NullMarked
package org.socialobservatory.ontology.area;

import org.jspecify.annotations.NullMarked;
