/**
 * From answers to figures with their uncertainty: design-based estimates of indicators, by area and breakdown. May know
 * the language and {@code check}; knows nothing of packages, and reads answers from their Parquet file only.
 */
@NullMarked
package org.socialobservatory.ingest.estimate;

import org.jspecify.annotations.NullMarked;
