/**
 * Finding things: by name in any language, or by a point on the map.
 * May know {@code snapshot}, {@code http} and {@code problem}, no other feature.
 */
@NullMarked
package org.socialobservatory.api.search;

import org.jspecify.annotations.NullMarked;
