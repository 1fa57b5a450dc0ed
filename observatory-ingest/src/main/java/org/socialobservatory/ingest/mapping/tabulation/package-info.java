/**
 * What a package has computed from answers: which statistics, of whom, by what.
 * May know the language, nothing of how anything is read or estimated.
 */
@NullMarked
package org.socialobservatory.ingest.mapping.tabulation;

import org.jspecify.annotations.NullMarked;
