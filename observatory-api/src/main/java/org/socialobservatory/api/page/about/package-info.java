/**
 * What this is and how it works, in plain words.
 * May know {@code page} and what it may know.
 */
@NullMarked
package org.socialobservatory.api.page.about;

import org.jspecify.annotations.NullMarked;
