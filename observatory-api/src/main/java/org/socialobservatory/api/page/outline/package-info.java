/**
 * Drawing or correcting the outline of an area: a page to draw on, what the neighbours make of it, and the data package
 * that an agent then publishes. Nothing is published here.
 * May know {@code page} and what it may know.
 */
@NullMarked
package org.socialobservatory.api.page.outline;

import org.jspecify.annotations.NullMarked;
