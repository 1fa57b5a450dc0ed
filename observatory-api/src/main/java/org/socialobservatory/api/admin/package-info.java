/**
 * The door for who runs the installation: commands sent to a running server, and whether it is ready.
 * May know the snapshot and what all doors share.
 */
@NullMarked
package org.socialobservatory.api.admin;

import org.jspecify.annotations.NullMarked;
