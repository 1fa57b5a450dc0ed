/**
 * Rules that a package must keep. May know {@code source} and {@code mapping}.
 */
@NullMarked
package org.socialobservatory.ingest.check;

import org.jspecify.annotations.NullMarked;
