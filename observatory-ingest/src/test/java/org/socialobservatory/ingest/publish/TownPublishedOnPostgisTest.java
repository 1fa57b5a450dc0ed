package org.socialobservatory.ingest.publish;

import java.util.Optional;

/** A town is published alike where the warehouse is PostgreSQL with PostGIS. */
class TownPublishedOnPostgisTest extends TownPublishedTest {

    @Override
    Optional<Settings.Database> database() {
        return postgis();
    }
}
