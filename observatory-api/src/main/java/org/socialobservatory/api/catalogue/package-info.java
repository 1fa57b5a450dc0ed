/** What is published, for programs that look after catalogues: DCAT, a feed of editions, citations, a map of the site. */
@NullMarked
package org.socialobservatory.api.catalogue;

import org.jspecify.annotations.NullMarked;
