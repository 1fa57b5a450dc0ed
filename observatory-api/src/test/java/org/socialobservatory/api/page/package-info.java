/** Tests of the pages. */
@NullMarked
package org.socialobservatory.api.page;

import org.jspecify.annotations.NullMarked;
