/**
 * How far a figure may be trusted: the one truth for figures that somebody else estimated and for our own. May know the
 * language only.
 */
@NullMarked
package org.socialobservatory.ingest.check.trust;

import org.jspecify.annotations.NullMarked;
