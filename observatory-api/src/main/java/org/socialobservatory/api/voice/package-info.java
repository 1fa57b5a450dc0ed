/** Sentences read aloud, for those who do not read: recordings by people, each of one sentence as it stands. */
@NullMarked
package org.socialobservatory.api.voice;

import org.jspecify.annotations.NullMarked;
