/**
 * What a query may compute with beyond SPARQL: the statistics of figures, shapes on the map, things by name.
 * May know the snapshot and the search; the limits know this room and offer what is in it.
 */
@NullMarked
package org.socialobservatory.api.sparql.function;

import org.jspecify.annotations.NullMarked;
