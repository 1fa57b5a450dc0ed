/**
 * What meetings said of published figures, and what they decided. May know the snapshot.
 */
@NullMarked
package org.socialobservatory.api.snapshot.meeting;

import org.jspecify.annotations.NullMarked;
