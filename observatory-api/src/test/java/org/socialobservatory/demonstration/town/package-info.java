/**
 * An invented town with the census margins of Salé: its households, who lives in them and how many each stands for.
 * May know the census and chance, nothing of questions and answers.
 */
@NullMarked
package org.socialobservatory.demonstration.town;

import org.jspecify.annotations.NullMarked;
