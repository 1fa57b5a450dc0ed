/**
 * What packages may say, tried.
 */
@NullMarked
package org.socialobservatory.ingest.mapping.description;

import org.jspecify.annotations.NullMarked;
