/** The doors tried as their readers use them. */
@NullMarked
package org.socialobservatory.api;

import org.jspecify.annotations.NullMarked;
