/**
 * Meetings of a neighbourhood: who came, what was shown and what the room said of it, priorities and decisions.
 * May know the other rooms of the language, nothing else.
 */
@NullMarked
package org.socialobservatory.ontology.meeting;

import org.jspecify.annotations.NullMarked;
