/**
 * Editions kept: canonical files, DuckDB and PostGIS. May know {@code gate}.
 */
@NullMarked
package org.socialobservatory.ingest.warehouse;

import org.jspecify.annotations.NullMarked;
