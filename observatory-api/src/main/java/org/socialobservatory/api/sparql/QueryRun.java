package org.socialobservatory.api.sparql;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.sparql.limits.Deadline;

/** A query on its way: a thread that computes, and a reader who waits for it until the deadline and no longer. */
final class QueryRun implements AutoCloseable {

    /** How long a query may take to notice that it is over; then its reader is answered without it. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** What a query does: writes its answer, or throws. */
    @FunctionalInterface
    interface Work {
        void answer(Pipe out, Deadline deadline) throws IOException;
    }

    private final Pipe pipe = new Pipe();
    private final Deadline deadline;
    private final Thread thread;
    private volatile @Nullable Deadline grace;
    private volatile boolean ended;

    /** @param whenEnded called when the thread is free again */
    QueryRun(Work work, Deadline deadline, ThreadFactory threads, Consumer<QueryRun> whenEnded) {
        this.deadline = deadline;
        thread = threads.newThread(() -> {
            try {
                Courtesy.ofThisThread();
                work.answer(pipe, deadline);
                pipe.end();
            } catch (StackOverflowError | OutOfMemoryError | IOException | RuntimeException failure) {
                pipe.fail(failure);
            } finally {
                ended = true;
                whenEnded.accept(this);
            }
        });
    }

    void start() {
        thread.start();
    }

    /** What comes next; a failure when the time is over, even if the query does not notice. */
    Pipe.Arrival next() throws InterruptedException {
        var arrival = pipe.next(deadline.remaining());
        if (arrival != null) {
            return arrival;
        }
        var patience = cancel();
        while (!isLast(arrival) && !patience.isOver()) {
            arrival = pipe.next(patience.remaining());
        }
        return new Pipe.Arrival.Failed(new QueryCancelledException());
    }

    private static boolean isLast(Pipe.@Nullable Arrival arrival) {
        return arrival instanceof Pipe.Arrival.Ended || arrival instanceof Pipe.Arrival.Failed;
    }

    /** Asks the query to stop where it is. */
    private Deadline cancel() {
        var given = Deadline.in(GRACE);
        grace = given;
        deadline.cancel();
        thread.interrupt();
        return given;
    }

    /** Whether the query was asked to stop a second ago and has not. */
    boolean isStuck() {
        var given = grace;
        return given != null && given.isOver() && !ended;
    }

    /** The reader has gone, with the answer or without it. */
    @Override
    public void close() {
        if (!ended && grace == null) {
            cancel();
        }
    }
}
