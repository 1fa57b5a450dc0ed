/** The rules of packages and the page that lists them. */
@NullMarked
package org.socialobservatory.ontology.finding;

import org.jspecify.annotations.NullMarked;
