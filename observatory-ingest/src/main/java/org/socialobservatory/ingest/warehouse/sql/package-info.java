/**
 * The warehouse over a store that speaks SQL: its tables, their statements and the schema. May know the room around it.
 */
@NullMarked
package org.socialobservatory.ingest.warehouse.sql;

import org.jspecify.annotations.NullMarked;
