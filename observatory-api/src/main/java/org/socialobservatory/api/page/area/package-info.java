/**
 * The page of an area: every published figure beside that of the area above.
 * May know {@code page} and what it may know.
 */
@NullMarked
package org.socialobservatory.api.page.area;

import org.jspecify.annotations.NullMarked;
