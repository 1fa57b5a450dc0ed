/** Refusals as readers get them. */
@NullMarked
package org.socialobservatory.api.problem;

import org.jspecify.annotations.NullMarked;
