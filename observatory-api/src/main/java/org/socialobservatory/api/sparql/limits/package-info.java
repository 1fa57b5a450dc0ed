/**
 * What keeps a query from taking more than its share: the deadline, the rows, the memory, the functions it may call.
 * May know nothing of HTTP.
 */
@NullMarked
package org.socialobservatory.api.sparql.limits;

import org.jspecify.annotations.NullMarked;
