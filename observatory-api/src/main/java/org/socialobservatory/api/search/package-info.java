/**
 * Finding things: by name in any language, or by a point on the map.
 * The first page finds quarters with it, so that every door may know this room.
 * May know {@code snapshot}, {@code http} and {@code problem}, no other feature.
 */
@NullMarked
package org.socialobservatory.api.search;

import org.jspecify.annotations.NullMarked;
