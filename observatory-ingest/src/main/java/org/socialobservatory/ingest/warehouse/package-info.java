/**
 * Editions kept: canonical files, DuckDB and PostGIS. May know the language.
 */
@NullMarked
package org.socialobservatory.ingest.warehouse;

import org.jspecify.annotations.NullMarked;
