/**
 * The snapshot as RDF: observations answered from the columns of blocks, everything else from description graphs.
 * May know the snapshot and its descriptions, never a feature.
 */
@NullMarked
package org.socialobservatory.api.snapshot.rdf;

import org.jspecify.annotations.NullMarked;
