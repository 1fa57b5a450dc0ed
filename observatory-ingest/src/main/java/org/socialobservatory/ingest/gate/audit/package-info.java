/**
 * What readers with a linear programme can find out in the end. May know movements.
 */
@NullMarked
package org.socialobservatory.ingest.gate.audit;

import org.jspecify.annotations.NullMarked;
