/** Published cells as their readers fetch them. */
@NullMarked
package org.socialobservatory.api.cube;

import org.jspecify.annotations.NullMarked;
