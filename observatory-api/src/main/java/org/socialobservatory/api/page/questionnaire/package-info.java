/**
 * The pages of questionnaires, and of two questionnaires side by side. Nothing of any answer is here.
 * May know {@code page} and what it may know.
 */
@NullMarked
package org.socialobservatory.api.page.questionnaire;

import org.jspecify.annotations.NullMarked;
