/**
 * The questionnaires of a snapshot: which version asked what, and how two of them compare.
 * May know {@code snapshot} and the language.
 */
@NullMarked
package org.socialobservatory.api.snapshot.survey;

import org.jspecify.annotations.NullMarked;
