/** Finding things. */
@NullMarked
package org.socialobservatory.api.search;

import org.jspecify.annotations.NullMarked;
