package org.socialobservatory.ingest.publish;

import java.util.Optional;

/** Editions are estimated again alike where the warehouse is PostgreSQL with PostGIS. */
class RecomputationOnPostgisTest extends RecomputationTest {

    @Override
    Optional<Settings.Database> database() {
        return postgis();
    }
}
