/**
 * The SPARQL endpoint: the protocol, and queries run within limits of time, rows and memory.
 * May know {@code snapshot}, {@code problem} and {@code http}.
 */
@NullMarked
package org.socialobservatory.api.sparql;

import org.jspecify.annotations.NullMarked;
