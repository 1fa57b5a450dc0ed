/**
 * The pages of indicators: what each one means, and the figures of all areas.
 * May know {@code page} and what it may know.
 */
@NullMarked
package org.socialobservatory.api.page.indicator;

import org.jspecify.annotations.NullMarked;
