package org.socialobservatory.api.sparql;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.sparql.limits.Deadline;
import org.springframework.stereotype.Component;

/**
 * The queries that run now, on platform threads of their own: a query computes, and would keep the carriers of virtual
 * threads from everybody else. One that cannot be stopped keeps its slot until it ends.
 */
@Component
class QueryRuns {

    private static final int SLOTS_FOR_EACH_PROCESSOR = 2;

    private final Semaphore slots;
    private final Set<QueryRun> running = ConcurrentHashMap.newKeySet();
    private final ThreadFactory threads =
            Thread.ofPlatform().daemon().name("sparql-", 1).factory();

    QueryRuns(SparqlSettings settings, MeterRegistry meters) {
        slots = new Semaphore(
                settings.slots() > 0
                        ? settings.slots()
                        : SLOTS_FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors());
        Gauge.builder("observatory.sparql.running", running, Set::size)
                .description("Queries that run")
                .register(meters);
        Gauge.builder("observatory.sparql.stuck", this, QueryRuns::stuck)
                .description("Queries that were told to stop and have not; each keeps a slot")
                .register(meters);
    }

    /** Starts work when a slot is free; refused when none is until the deadline. */
    QueryRun start(QueryRun.Work work, Deadline deadline) throws InterruptedException {
        if (!slots.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new Refused(ProblemRule.UNAVAILABLE);
        }
        var run = new QueryRun(work, deadline, threads, ended -> {
            running.remove(ended);
            slots.release();
        });
        running.add(run);
        run.start();
        return run;
    }

    long stuck() {
        return running.stream().filter(QueryRun::isStuck).count();
    }
}
