/**
 * The SHACL shapes, and what validates a graph by them.
 * Shared by the tests of all modules through the test jar; they need {@code jena-shacl} among their own.
 */
@NullMarked
package org.socialobservatory.ontology.shape;

import org.jspecify.annotations.NullMarked;
