package org.socialobservatory.ingest.publish;

import java.util.Optional;

/** Answers are erased alike where the warehouse is PostgreSQL with PostGIS. */
class ErasureOnPostgisTest extends ErasureTest {

    @Override
    Optional<Settings.Database> database() {
        return postgis();
    }
}
