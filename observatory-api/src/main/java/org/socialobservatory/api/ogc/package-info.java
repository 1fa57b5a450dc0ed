/**
 * Areas and places as features, by OGC API – Features: Part 1 (Core) and Part 2 (coordinate reference systems).
 * May know {@code snapshot}, {@code http} and {@code problem}, no other feature.
 */
@NullMarked
package org.socialobservatory.api.ogc;

import org.jspecify.annotations.NullMarked;
