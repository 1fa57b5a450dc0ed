/** Tests of the language. */
@NullMarked
package org.socialobservatory.ontology;

import org.jspecify.annotations.NullMarked;
