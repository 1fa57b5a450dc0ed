/** Tests of what a meeting says. */
@NullMarked
package org.socialobservatory.ontology.meeting;

import org.jspecify.annotations.NullMarked;
