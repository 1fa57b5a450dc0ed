/** Published cells as their readers fetch them. */
@NullMarked
package org.socialobservatory.api.cube.file;

import org.jspecify.annotations.NullMarked;
