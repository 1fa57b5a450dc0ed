@NullMarked
package org.socialobservatory.ingest.estimate.plan;

import org.jspecify.annotations.NullMarked;
