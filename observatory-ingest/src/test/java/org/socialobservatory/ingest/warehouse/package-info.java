@NullMarked
package org.socialobservatory.ingest.warehouse;

import org.jspecify.annotations.NullMarked;
