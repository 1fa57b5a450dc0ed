/** A Chromium without a window, led by its DevTools protocol: prints pages, and shows the bench what a reader would see. */
@NullMarked
package org.socialobservatory.api.browser;

import org.jspecify.annotations.NullMarked;
