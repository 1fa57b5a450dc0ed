/**
 * The description of all public doors, for programs and for people.
 * May know {@code http} and {@code problem}, no other feature; a test holds it against the doors.
 */
@NullMarked
package org.socialobservatory.api.openapi;

import org.jspecify.annotations.NullMarked;
