/**
 * An edition that is not published, shown to who has its token: the whole program under {@code /preview/{token}/}.
 * May know {@code snapshot} and {@code http}; no door knows it, for a request carries its snapshot and its base.
 */
@NullMarked
package org.socialobservatory.api.preview;

import org.jspecify.annotations.NullMarked;
