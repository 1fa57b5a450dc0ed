/** Tests of the estimator, against answers of R. */
@NullMarked
package org.socialobservatory.ingest.estimate;

import org.jspecify.annotations.NullMarked;
