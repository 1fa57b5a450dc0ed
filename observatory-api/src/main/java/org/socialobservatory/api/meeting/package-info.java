/**
 * The tray: what rooms have said, as browsers sent it, until somebody has read it and publishes it; and the package that
 * it becomes. May know {@code snapshot}, {@code problem} and {@code http}.
 */
@NullMarked
package org.socialobservatory.api.meeting;

import org.jspecify.annotations.NullMarked;
