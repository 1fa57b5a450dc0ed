/** Whole editions as files, in every form, and what changed from one to the next. */
@NullMarked
package org.socialobservatory.api.cube.file;

import org.jspecify.annotations.NullMarked;
