/** Tests of what is measured. */
@NullMarked
package org.socialobservatory.ontology.indicator;

import org.jspecify.annotations.NullMarked;
