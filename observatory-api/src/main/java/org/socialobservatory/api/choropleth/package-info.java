/**
 * The map of one indicator: every area of a level with its figure and class.
 * Pages and tiles show the same map, so that every door may know this room.
 * May know {@code snapshot}, {@code classification}, {@code http} and {@code problem}, no other feature.
 */
@NullMarked
package org.socialobservatory.api.choropleth;

import org.jspecify.annotations.NullMarked;
