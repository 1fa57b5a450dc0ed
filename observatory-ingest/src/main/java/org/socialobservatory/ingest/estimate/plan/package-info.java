/**
 * From what a package wants computed to what the estimator is asked. May know how the package says it, and ECQL.
 */
@NullMarked
package org.socialobservatory.ingest.estimate.plan;

import org.jspecify.annotations.NullMarked;
