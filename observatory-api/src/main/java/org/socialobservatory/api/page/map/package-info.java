/**
 * The map explorer: one indicator, all areas of one level.
 * May know {@code page} and what it may know, and {@code choropleth}.
 */
@NullMarked
package org.socialobservatory.api.page.map;

import org.jspecify.annotations.NullMarked;
