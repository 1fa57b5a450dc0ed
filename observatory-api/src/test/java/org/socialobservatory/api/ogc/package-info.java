/** Features as the standard asks for them. */
@NullMarked
package org.socialobservatory.api.ogc;

import org.jspecify.annotations.NullMarked;
