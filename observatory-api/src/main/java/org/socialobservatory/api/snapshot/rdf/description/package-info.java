/**
 * What is said of areas, indicators, datasets, editions and places, as graphs made once for each snapshot.
 * May know the snapshot and the language.
 */
@NullMarked
package org.socialobservatory.api.snapshot.rdf.description;

import org.jspecify.annotations.NullMarked;
