/**
 * The pages of datasets and their editions, and the proof of each figure.
 * May know {@code page} and what it may know.
 */
@NullMarked
package org.socialobservatory.api.page.dataset;

import org.jspecify.annotations.NullMarked;
