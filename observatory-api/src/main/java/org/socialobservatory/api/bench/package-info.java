/**
 * How fast and how large the program is on a real census, measured from outside as its users meet it.
 * Knows no other room of this module: it starts the program as a process and speaks to its doors; the estimator, which
 * has no door of its own, it calls, and so it does the RDF view where that is measured beside other engines.
 */
@NullMarked
package org.socialobservatory.api.bench;

import org.jspecify.annotations.NullMarked;
