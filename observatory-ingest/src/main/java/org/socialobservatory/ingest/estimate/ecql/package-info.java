/**
 * What a package says in ECQL about answers, translated to SQL with bound values. May know the language.
 */
@NullMarked
package org.socialobservatory.ingest.estimate.ecql;

import org.jspecify.annotations.NullMarked;
