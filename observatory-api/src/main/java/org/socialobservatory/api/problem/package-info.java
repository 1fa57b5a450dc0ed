/**
 * Refusals that explain themselves: every way in which a request can fail, said in three languages (RFC 9457).
 * May know the language only, so that every door can use it.
 */
@NullMarked
package org.socialobservatory.api.problem;

import org.jspecify.annotations.NullMarked;
