/** Tests of drawing outlines. */
@NullMarked
package org.socialobservatory.api.page.outline;

import org.jspecify.annotations.NullMarked;
