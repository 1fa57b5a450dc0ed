/** The way in, tried as a whole. */
@NullMarked
package org.socialobservatory.ingest;

import org.jspecify.annotations.NullMarked;
