/** Classes compared with those of R. */
@NullMarked
package org.socialobservatory.api.classification;

import org.jspecify.annotations.NullMarked;
