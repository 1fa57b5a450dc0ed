/**
 * The way out: every door that readers use, and the program itself.
 * A feature may know {@code snapshot} and {@code problem}, never another feature.
 */
@NullMarked
package org.socialobservatory.api;

import org.jspecify.annotations.NullMarked;
