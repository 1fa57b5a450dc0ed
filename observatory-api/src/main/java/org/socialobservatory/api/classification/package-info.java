/**
 * How values become classes and colours: the one place that picks a class, for maps, pages and tiles alike.
 * Knows nothing but numbers.
 */
@NullMarked
package org.socialobservatory.api.classification;

import org.jspecify.annotations.NullMarked;
