/** Tests of questionnaires. */
@NullMarked
package org.socialobservatory.ontology.survey;

import org.jspecify.annotations.NullMarked;
