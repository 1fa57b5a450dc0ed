/** Tests of filters: the examples of the standard, what they mean, and what is refused. */
@NullMarked
package org.socialobservatory.api.ogc.cql2;

import org.jspecify.annotations.NullMarked;
