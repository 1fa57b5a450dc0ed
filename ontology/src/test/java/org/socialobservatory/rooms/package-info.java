/**
 * The rules of the house about its rooms, which every module holds itself to, with broken houses on which the rules are
 * tried. Shared through the test jar.
 */
@NullMarked
package org.socialobservatory.rooms;

import org.jspecify.annotations.NullMarked;
