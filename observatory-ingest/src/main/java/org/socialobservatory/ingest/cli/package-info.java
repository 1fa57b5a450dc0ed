/**
 * The commands that need no server, and how they speak. May know all rooms of the way in.
 */
@NullMarked
package org.socialobservatory.ingest.cli;

import org.jspecify.annotations.NullMarked;
