/** Tests of what is published. */
@NullMarked
package org.socialobservatory.ontology.cube;

import org.jspecify.annotations.NullMarked;
