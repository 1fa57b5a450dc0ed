/** Tests of indices of areas, against answers of R and of COINr. */
@NullMarked
package org.socialobservatory.ingest.composite;

import org.jspecify.annotations.NullMarked;
