/**
 * What the files mean, as their package declares it. May know {@code source}.
 */
@NullMarked
package org.socialobservatory.ingest.mapping;

import org.jspecify.annotations.NullMarked;
