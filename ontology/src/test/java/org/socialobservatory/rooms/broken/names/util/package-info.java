/** Part of a broken house on which the rules are tried. */
@NullMarked
package org.socialobservatory.rooms.broken.names.util;

import org.jspecify.annotations.NullMarked;
