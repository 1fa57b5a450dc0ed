/** The description held against the doors. */
@NullMarked
package org.socialobservatory.api.openapi;

import org.jspecify.annotations.NullMarked;
