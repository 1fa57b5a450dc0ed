/** The RDF view tried against a plain dataset that holds the same triples. */
@NullMarked
package org.socialobservatory.api.snapshot.rdf;

import org.jspecify.annotations.NullMarked;
