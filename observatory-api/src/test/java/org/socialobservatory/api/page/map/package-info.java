/** Tests of the map explorer as the server writes it. */
@NullMarked
package org.socialobservatory.api.page.map;

import org.jspecify.annotations.NullMarked;
