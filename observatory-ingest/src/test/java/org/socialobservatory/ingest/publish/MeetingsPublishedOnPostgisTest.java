package org.socialobservatory.ingest.publish;

import java.util.Optional;

/** Meetings are published alike where the warehouse is PostgreSQL with PostGIS. */
class MeetingsPublishedOnPostgisTest extends MeetingsPublishedTest {

    @Override
    Optional<Settings.Database> database() {
        return postgis();
    }
}
