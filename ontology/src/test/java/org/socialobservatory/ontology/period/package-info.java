/** Tests of intervals of time. */
@NullMarked
package org.socialobservatory.ontology.period;

import org.jspecify.annotations.NullMarked;
