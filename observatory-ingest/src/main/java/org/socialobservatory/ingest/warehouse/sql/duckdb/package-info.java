/**
 * The warehouse in one DuckDB file, for one process at a time. May know the room around it, nothing else.
 */
@NullMarked
package org.socialobservatory.ingest.warehouse.sql.duckdb;

import org.jspecify.annotations.NullMarked;
