/**
 * The description of a package, read strictly: what each resource is and which column says what. May know
 * {@code source}.
 */
@NullMarked
package org.socialobservatory.ingest.mapping.description;

import org.jspecify.annotations.NullMarked;
