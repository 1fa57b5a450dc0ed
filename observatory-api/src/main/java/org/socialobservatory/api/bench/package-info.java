/**
 * How fast and how large the program is on a real census, measured from outside as its users meet it.
 * Knows no other room: it starts the program as a process and speaks to its doors.
 */
@NullMarked
package org.socialobservatory.api.bench;

import org.jspecify.annotations.NullMarked;
