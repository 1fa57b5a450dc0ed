package org.socialobservatory.api.admin;

import java.util.OptionalLong;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.ingest.publish.Readers;
import org.springframework.stereotype.Component;

/** The doors of this server, which all read the current snapshot. */
@Component
public final class SnapshotReaders implements Readers {

    private final Snapshots snapshots;

    SnapshotReaders(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public void reload() {
        snapshots.reload();
    }

    @Override
    public OptionalLong sequence() {
        return OptionalLong.of(Long.parseLong(snapshots.current().id()));
    }
}
