/**
 * What may be published: the one gate. May know the language.
 */
@NullMarked
package org.socialobservatory.ingest.gate;

import org.jspecify.annotations.NullMarked;
