/**
 * Published cells as data: pages of observations, whole editions, differences between editions.
 * May know {@code snapshot}, {@code http} and {@code problem}, no other feature.
 */
@NullMarked
package org.socialobservatory.api.cube;

import org.jspecify.annotations.NullMarked;
