/** Pages on paper: a headless browser prints what any browser would, or the program sets the page by itself. */
@NullMarked
package org.socialobservatory.api.print;

import org.jspecify.annotations.NullMarked;
