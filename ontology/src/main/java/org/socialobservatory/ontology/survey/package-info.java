/**
 * Questionnaires: what was asked, in which words, with which choices.
 * May know the other rooms of the language, nothing else.
 */
@NullMarked
package org.socialobservatory.ontology.survey;

import org.jspecify.annotations.NullMarked;
