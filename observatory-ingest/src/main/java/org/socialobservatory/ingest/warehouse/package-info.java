/**
 * Editions kept: what a store promises, canonical files, and in the room {@code sql} the stores themselves. May know
 * {@code gate}.
 */
@NullMarked
package org.socialobservatory.ingest.warehouse;

import org.jspecify.annotations.NullMarked;
