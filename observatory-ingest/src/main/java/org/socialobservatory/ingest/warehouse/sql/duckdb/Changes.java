package org.socialobservatory.ingest.warehouse.sql.duckdb;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.ingest.warehouse.Warehouse;

/** Tells of commits within this process, which is the only one that can have the file open. */
final class Changes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("duckdb-changes").daemon().factory());

    Warehouse.Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void announce() {
        for (var listener : listeners) {
            thread.execute(() -> {
                try {
                    listener.run();
                } catch (RuntimeException e) {
                    LOG.error("A listener failed after a commit", e);
                }
            });
        }
    }

    @Override
    public void close() {
        listeners.clear();
        thread.shutdown();
    }
}
