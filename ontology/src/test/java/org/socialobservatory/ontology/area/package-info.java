/** What packages that speak of the same areas make of them together. */
@NullMarked
package org.socialobservatory.ontology.area;

import org.jspecify.annotations.NullMarked;
