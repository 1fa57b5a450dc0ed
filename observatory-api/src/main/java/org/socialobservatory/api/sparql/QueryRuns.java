package org.socialobservatory.api.sparql;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.socialobservatory.api.sparql.limits.Deadline;
import org.springframework.stereotype.Component;

/**
 * The queries that run now, on platform threads of their own: a query computes, and would keep the carriers of virtual
 * threads from everybody else. One that cannot be stopped keeps its slot until it ends.
 */
@Component
class QueryRuns {

    private static final int SLOTS_FOR_EACH_PROCESSOR = 2;

    private final Clients clients;
    private final Set<QueryRun> running = ConcurrentHashMap.newKeySet();
    private final ThreadFactory threads =
            Thread.ofPlatform().daemon().name("sparql-", 1).factory();

    QueryRuns(SparqlSettings settings, MeterRegistry meters) {
        int slots = settings.slots() > 0
                ? settings.slots()
                : SLOTS_FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
        int ofOne = settings.slotsOfClient() > 0 ? settings.slotsOfClient() : Math.max(1, slots / 2);
        clients = new Clients(slots, ofOne, settings.waitingOfClient());
        Gauge.builder("observatory.sparql.waiting", clients, Clients::waiting)
                .description("Queries that wait for a slot")
                .register(meters);
        Gauge.builder("observatory.sparql.running", running, Set::size)
                .description("Queries that run")
                .register(meters);
        Gauge.builder("observatory.sparql.stuck", this, QueryRuns::stuck)
                .description("Queries that were told to stop and have not; each keeps a slot")
                .register(meters);
    }

    /**
     * Starts work when a slot is free; refused when none is until the deadline.
     *
     * @param client whose query it is
     */
    QueryRun start(QueryRun.Work work, Deadline deadline, String client) throws InterruptedException {
        clients.enter(client, deadline.remaining());
        var run = new QueryRun(work, deadline, threads, ended -> {
            running.remove(ended);
            clients.leave(client);
        });
        running.add(run);
        run.start();
        return run;
    }

    long stuck() {
        return running.stream().filter(QueryRun::isStuck).count();
    }
}
