/** That GeoTools works without what it usually brings along. */
@NullMarked
package org.socialobservatory.geotools;

import org.jspecify.annotations.NullMarked;
