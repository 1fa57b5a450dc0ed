/** Linked data tried over HTTP. */
@NullMarked
package org.socialobservatory.api.identity;

import org.jspecify.annotations.NullMarked;
