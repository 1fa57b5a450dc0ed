/**
 * What the published figures of an area say beside those of another one, of an earlier period and of its neighbours:
 * differences with their error, what is established, places as intervals; no words and no markup. May know {@code
 * snapshot} and the language.
 */
@NullMarked
package org.socialobservatory.api.diagnostic;

import org.jspecify.annotations.NullMarked;
