package org.socialobservatory.ontology.survey;

import org.socialobservatory.ontology.Term;

/**
 * One of the answers that a closed question takes.
 *
 * @param name its code in the answers, such as {@code yes} or {@code -99}
 */
@Term("skos:Concept")
public record Choice(String name, Wordings labels) {}
