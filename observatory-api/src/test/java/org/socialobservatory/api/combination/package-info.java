/** Tests of figures put together. */
@NullMarked
package org.socialobservatory.api.combination;

import org.jspecify.annotations.NullMarked;
