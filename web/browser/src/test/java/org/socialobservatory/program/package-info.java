/** The built program, tried from outside: as a process, at its doors and on its command line. */
@NullMarked
package org.socialobservatory.program;

import org.jspecify.annotations.NullMarked;
