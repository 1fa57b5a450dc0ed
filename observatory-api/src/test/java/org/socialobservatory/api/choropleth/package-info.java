/** The map as it is asked for. */
@NullMarked
package org.socialobservatory.api.choropleth;

import org.jspecify.annotations.NullMarked;
