/**
 * What the invented households and persons say: by what they are, by where they live, and by chance.
 * May know the town and the names of the questions, nothing of files.
 */
@NullMarked
package org.socialobservatory.demonstration.answers;

import org.jspecify.annotations.NullMarked;
