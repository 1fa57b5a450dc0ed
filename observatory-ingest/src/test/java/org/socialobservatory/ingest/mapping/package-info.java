/** Tests of the mapping of columns to the language. */
@NullMarked
package org.socialobservatory.ingest.mapping;

import org.jspecify.annotations.NullMarked;
