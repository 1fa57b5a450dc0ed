/** The SPARQL endpoint tried over HTTP. */
@NullMarked
package org.socialobservatory.api.sparql;

import org.jspecify.annotations.NullMarked;
