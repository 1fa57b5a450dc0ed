/** The launcher, tried on a machine made of small scripts. */
@NullMarked
package org.socialobservatory.launcher;

import org.jspecify.annotations.NullMarked;
