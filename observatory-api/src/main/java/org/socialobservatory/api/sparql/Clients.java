package org.socialobservatory.api.sparql;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;

/**
 * Who waits for a slot and who has one. A client never has all of them, however many queries it sends, so that others
 * come to their turn; those of one client wait in the order in which they came, and only so many of them.
 */
final class Clients {

    private final Semaphore slots;
    private final int slotsOfOne;
    private final int waitingOfOne;
    private final ConcurrentMap<String, Client> present = new ConcurrentHashMap<>();

    /**
     * @param slots of all
     * @param slotsOfOne that one client may have at once
     * @param waitingOfOne queries of one client that may wait for a slot
     */
    Clients(int slots, int slotsOfOne, int waitingOfOne) {
        this.slots = new Semaphore(slots, true);
        this.slotsOfOne = slotsOfOne;
        this.waitingOfOne = waitingOfOne;
    }

    /** A client with queries here, until the last of them has gone. */
    private static final class Client {
        private final Semaphore turns;
        private int queries;

        Client(int turns) {
            this.turns = new Semaphore(turns, true);
        }
    }

    /**
     * Waits for a slot.
     *
     * @throws Refused where there is none in time, or too many of the client wait already
     */
    void enter(String name, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        var client = arrived(name);
        boolean entered = false;
        try {
            if (client.turns.tryAcquire(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                entered = slots.tryAcquire(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (!entered) {
                    client.turns.release();
                }
            }
        } finally {
            if (!entered) {
                gone(name);
            }
        }
        if (!entered) {
            throw new Refused(ProblemRule.UNAVAILABLE);
        }
    }

    /** A query of a client has ended. */
    void leave(String name) {
        slots.release();
        var client = present.get(name);
        if (client != null) {
            client.turns.release();
        }
        gone(name);
    }

    private Client arrived(String name) {
        return present.compute(name, (_, known) -> {
            var client = known == null ? new Client(slotsOfOne) : known;
            if (client.queries >= slotsOfOne + waitingOfOne) {
                throw new Refused(ProblemRule.TOO_MANY_QUERIES);
            }
            client.queries++;
            return client;
        });
    }

    private void gone(String name) {
        present.computeIfPresent(name, (_, client) -> --client.queries == 0 ? null : client);
    }

    /** Clients that have queries here. */
    int count() {
        return present.size();
    }

    /** Queries that wait for a slot. */
    int waiting() {
        return slots.getQueueLength()
                + present.values().stream()
                        .mapToInt(client -> client.turns.getQueueLength())
                        .sum();
    }
}
