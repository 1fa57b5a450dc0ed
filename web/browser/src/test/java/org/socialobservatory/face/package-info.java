/**
 * The face as its readers have it: the built program with its demonstration, before a real browser.
 * May know {@code program}, and what a reader can see, press and hear.
 */
@NullMarked
package org.socialobservatory.face;

import org.jspecify.annotations.NullMarked;
