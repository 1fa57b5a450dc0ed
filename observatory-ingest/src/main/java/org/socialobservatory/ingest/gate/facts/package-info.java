/**
 * What readers know: amounts, and the linear facts between those that are published. May know candidates.
 */
@NullMarked
package org.socialobservatory.ingest.gate.facts;

import org.jspecify.annotations.NullMarked;
