/**
 * Answers of persons, row by row: what each column means, who is asked where, what must never be stored.
 * May know the rooms before it and the mapping around it.
 */
@NullMarked
package org.socialobservatory.ingest.mapping.answers;

import org.jspecify.annotations.NullMarked;
