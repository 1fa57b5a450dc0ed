/** The integrity constraints against the queries of the recommendation. */
@NullMarked
package org.socialobservatory.ontology.integrity;

import org.jspecify.annotations.NullMarked;
