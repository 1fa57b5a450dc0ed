/** Tests of answers on their way into the vault. */
@NullMarked
package org.socialobservatory.ingest.vault;

import org.jspecify.annotations.NullMarked;
