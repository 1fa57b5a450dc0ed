@NullMarked
package org.socialobservatory.api.print;

import org.jspecify.annotations.NullMarked;
