/**
 * Filters in the Common Query Language (OGC 21-065r2), as text and as JSON: both are read into one tree, checked against
 * the properties that there are, and answered in one way.
 * May know {@code problem}, and nothing of features but what it is handed as {@link
 * org.socialobservatory.api.ogc.cql2.Queryable}.
 */
@NullMarked
package org.socialobservatory.api.ogc.cql2;

import org.jspecify.annotations.NullMarked;
