/** Tests of how answers look. */
@NullMarked
package org.socialobservatory.ingest.check.plausibility;

import org.jspecify.annotations.NullMarked;
