/**
 * What may be published: the one gate, as a table of contents of its rooms candidate → facts → movement → secondary →
 * audit, and its report. May know the language.
 */
@NullMarked
package org.socialobservatory.ingest.gate;

import org.jspecify.annotations.NullMarked;
