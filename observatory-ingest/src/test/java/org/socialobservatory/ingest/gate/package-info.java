@NullMarked
package org.socialobservatory.ingest.gate;

import org.jspecify.annotations.NullMarked;
