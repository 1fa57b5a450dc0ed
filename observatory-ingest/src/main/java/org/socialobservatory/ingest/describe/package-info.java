/**
 * Drafts a package's description from its files. May know {@code source} and {@code mapping}.
 */
@NullMarked
package org.socialobservatory.ingest.describe;

import org.jspecify.annotations.NullMarked;
