/**
 * Whether answers look as answers of people do. Says so with a number, a method and its source; refuses nothing.
 * May know the rooms before it.
 */
@NullMarked
package org.socialobservatory.ingest.check.plausibility;

import org.jspecify.annotations.NullMarked;
