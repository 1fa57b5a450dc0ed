package org.socialobservatory.api.sparql.limits;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that all running queries may hold together, and the share of one. */
public final class MemoryPool {

    /** Of the heap, for the rows that queries hold; the rest is for the data and for what the counting misses. */
    private static final int PART_OF_HEAP = 3;
    /** Of the long-lived part of the heap, after a collection; above it a query is ended before the program is. */
    private static final double FULL = 0.9;

    private final long size;
    private final AtomicLong taken = new AtomicLong();
    private final List<MemoryPoolMXBean> watched;

    private MemoryPool(long size) {
        this.size = size;
        watched = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                .toList();
        watched.forEach(pool -> {
            if (pool.getUsage().getMax() > 0) {
                pool.setCollectionUsageThreshold((long) (pool.getUsage().getMax() * FULL));
            }
        });
    }

    /**
     * A pool for all queries.
     *
     * @param bytes its size; 0 for a third of the heap
     */
    public static MemoryPool of(long bytes) {
        return new MemoryPool(bytes > 0 ? bytes : Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** What one query may take, to be given back when it ends. */
    public MemoryBudget budget() {
        return new MemoryBudget(this);
    }

    public long taken() {
        return taken.get();
    }

    /** Takes bytes, unless there are no more. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) > size) {
            taken.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Whether the heap was full after its last collection, whoever fills it. */
    boolean heapIsFull() {
        return watched.stream().anyMatch(MemoryPoolMXBean::isCollectionUsageThresholdExceeded);
    }
}
