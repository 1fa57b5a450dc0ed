package org.socialobservatory.api.admin;

import org.socialobservatory.api.snapshot.Snapshots;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Healthy once the snapshot is loaded and, where somebody has to say so, once everything else is published too. */
@Component("doors")
public final class Readiness implements HealthIndicator {

    private final Snapshots snapshots;
    private volatile boolean declared;

    Readiness(Snapshots snapshots, @Value("${observatory.readiness:immediate}") String readiness) {
        this.snapshots = snapshots;
        this.declared = readiness.equals("immediate");
    }

    /** All that had to be done before the first reader has been done. */
    public void declare() {
        declared = true;
    }

    @Override
    public Health health() {
        return declared && snapshots.loaded()
                ? Health.up().build()
                : Health.outOfService().build();
    }
}
