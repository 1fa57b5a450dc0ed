package org.socialobservatory.api.sparql.limits;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;

/** When a query must have ended, and the signal by which it may be ended before. */
public final class Deadline {

    private final Duration allowance;
    private final long end;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    private Deadline(Duration allowance) {
        this.allowance = allowance;
        end = System.nanoTime() + allowance.toNanos();
    }

    public static Deadline in(Duration allowance) {
        return new Deadline(allowance);
    }

    public Duration allowance() {
        return allowance;
    }

    /** Negative once it is over. */
    public Duration remaining() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    public boolean isOver() {
        return cancelled.get() || end - System.nanoTime() < 0;
    }

    public void cancel() {
        cancelled.set(true);
    }

    /** The signal that ARQ's iterators watch. */
    public AtomicBoolean signal() {
        return cancelled;
    }

    /** Ends the query here when its time is over. */
    public void check() {
        if (isOver()) {
            throw new QueryCancelledException();
        }
    }
}
