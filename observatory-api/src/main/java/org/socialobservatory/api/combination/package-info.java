/**
 * One figure for several areas together, from what is published of each and from nothing else.
 * May know {@code snapshot}, {@code choropleth}, {@code http} and {@code problem}; pages show what it finds.
 */
@NullMarked
package org.socialobservatory.api.combination;

import org.jspecify.annotations.NullMarked;
