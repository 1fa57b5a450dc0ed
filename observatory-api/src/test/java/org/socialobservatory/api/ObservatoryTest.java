package org.socialobservatory.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.socialobservatory.api.snapshot.Snapshots;
import org.springframework.beans.factory.annotation.Autowired;

@Doors
class ObservatoryTest {

    @Autowired
    private Snapshots snapshots;

    @Test
    void startsWithWhatIsPublished() {
        assertThat(snapshots.current().datasets()).containsOnlyKeys("essai");
    }
}
