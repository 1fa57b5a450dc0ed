/** Sentences in three languages, held against their grammar and against what is established. */
@NullMarked
package org.socialobservatory.api.page.sentence;

import org.jspecify.annotations.NullMarked;
