@NullMarked
package org.socialobservatory.ingest.publish;

import org.jspecify.annotations.NullMarked;
