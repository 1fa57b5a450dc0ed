/**
 * Cells that ask to be published, the rules for them, and what has been decided of each. May know the language.
 */
@NullMarked
package org.socialobservatory.ingest.gate.candidate;

import org.jspecify.annotations.NullMarked;
