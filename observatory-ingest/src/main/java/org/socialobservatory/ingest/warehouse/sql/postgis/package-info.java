/**
 * The warehouse in PostgreSQL with PostGIS, for any number of processes. May know the room around it, nothing else.
 */
@NullMarked
package org.socialobservatory.ingest.warehouse.sql.postgis;

import org.jspecify.annotations.NullMarked;
