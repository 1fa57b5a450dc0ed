/** Drafts of descriptions, tried on real files. */
@NullMarked
package org.socialobservatory.ingest.describe;

import org.jspecify.annotations.NullMarked;
