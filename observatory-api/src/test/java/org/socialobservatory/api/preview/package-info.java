/** What an edition that is not published shows, and to whom. */
@NullMarked
package org.socialobservatory.api.preview;

import org.jspecify.annotations.NullMarked;
