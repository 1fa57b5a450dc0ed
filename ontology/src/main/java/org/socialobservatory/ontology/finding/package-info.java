/**
 * What is wrong or notable in the input, said in three languages.
 * May know the other rooms of the language, nothing else.
 */
@NullMarked
package org.socialobservatory.ontology.finding;

import org.jspecify.annotations.NullMarked;
