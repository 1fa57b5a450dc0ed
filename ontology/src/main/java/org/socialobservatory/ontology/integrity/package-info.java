/**
 * Whether a data cube is well formed: the integrity constraints of the RDF Data Cube recommendation, §11.
 * May know RDF alone.
 */
@NullMarked
package org.socialobservatory.ontology.integrity;

import org.jspecify.annotations.NullMarked;
