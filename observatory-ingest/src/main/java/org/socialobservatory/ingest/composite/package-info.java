/**
 * Indices of areas, composed of what the gate has let through. May know how the package describes them, and the gate;
 * nothing that a reader could not know either.
 */
@NullMarked
package org.socialobservatory.ingest.composite;

import org.jspecify.annotations.NullMarked;
