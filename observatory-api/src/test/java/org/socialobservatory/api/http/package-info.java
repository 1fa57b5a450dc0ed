/** What all doors have in common, tried over the wire. */
@NullMarked
package org.socialobservatory.api.http;

import org.jspecify.annotations.NullMarked;
