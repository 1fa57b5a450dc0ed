/**
 * From a checked package to a committed edition, and back. May know all rooms before it.
 */
@NullMarked
package org.socialobservatory.ingest.publish;

import org.jspecify.annotations.NullMarked;
