@NullMarked
package org.socialobservatory.ingest.estimate.ecql;

import org.jspecify.annotations.NullMarked;
