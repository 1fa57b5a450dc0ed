/** Tests of the tray. */
@NullMarked
package org.socialobservatory.api.meeting;

import org.jspecify.annotations.NullMarked;
