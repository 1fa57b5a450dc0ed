/** Pages on paper: a headless browser prints what any browser would. */
@NullMarked
package org.socialobservatory.api.print;

import org.jspecify.annotations.NullMarked;
