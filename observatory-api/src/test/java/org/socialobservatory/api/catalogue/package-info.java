/** What programs that look after catalogues are told. */
@NullMarked
package org.socialobservatory.api.catalogue;

import org.jspecify.annotations.NullMarked;
