/**
 * The pages: what every page has in common, the wording of figures, and one room for each thing that has pages.
 * May know {@code snapshot}, {@code problem} and {@code http}.
 */
@NullMarked
package org.socialobservatory.api.page;

import org.jspecify.annotations.NullMarked;
