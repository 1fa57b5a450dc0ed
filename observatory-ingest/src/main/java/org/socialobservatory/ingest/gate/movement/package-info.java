/**
 * Ways in which withheld amounts could differ from the truth while every published fact stays true. May know facts.
 */
@NullMarked
package org.socialobservatory.ingest.gate.movement;

import org.jspecify.annotations.NullMarked;
