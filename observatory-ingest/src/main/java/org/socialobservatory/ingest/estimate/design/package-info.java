/**
 * How a sample was drawn, as its makers declare it, and what follows for the variance of what is estimated from it. May
 * know the expressions over answers.
 */
@NullMarked
package org.socialobservatory.ingest.estimate.design;

import org.jspecify.annotations.NullMarked;
