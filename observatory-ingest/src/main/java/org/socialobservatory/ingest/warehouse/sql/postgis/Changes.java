package org.socialobservatory.ingest.warehouse.sql.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.ingest.warehouse.Warehouse;

/**
 * Tells of commits by any process: it listens for notifications, and asks by itself from time to time, since a
 * notification sent while the connection was down never comes.
 */
final class Changes implements AutoCloseable {

    static final String CHANNEL = "observatory_edition";

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    /** Between two questions, in milliseconds; also the wait before the next attempt to connect. */
    private static final int INTERVAL = 5_000;

    private final PostgresDriver driver;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;
    private volatile @Nullable Connection listening;

    Changes(PostgresDriver driver) {
        this.driver = driver;
    }

    /** The listener is in place when this returns, so that no later commit is missed. */
    synchronized Warehouse.Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        if (thread == null) {
            listening = connect();
            thread = Thread.ofPlatform().name("postgis-changes").daemon().start(this::follow);
        }
        return () -> listeners.remove(listener);
    }

    private @Nullable Connection connect() {
        try {
            var connection = driver.getConnection();
            try (var statement = connection.createStatement()) {
                statement.execute("LISTEN " + CHANNEL);
            }
            return connection;
        } catch (SQLException e) {
            LOG.warn("Cannot listen for changes of the warehouse; trying again", e);
            return null;
        }
    }

    private void follow() {
        while (closed.getCount() > 0) {
            var connection = listening;
            if (connection == null) {
                pause();
                listening = connect();
                announce();
                continue;
            }
            try {
                connection.unwrap(PGConnection.class).getNotifications(INTERVAL);
                // With or without a notification: a listener that has nothing new to see returns at once.
                announce();
            } catch (SQLException e) {
                if (closed.getCount() > 0) {
                    LOG.warn("The connection that listened for changes of the warehouse was lost", e);
                    listening = null;
                }
            }
        }
    }

    private void pause() {
        try {
            if (closed.await(INTERVAL, TimeUnit.MILLISECONDS)) {
                LOG.debug("Closed while waiting for the warehouse");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    private void announce() {
        for (var listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.error("A listener failed after a commit", e);
            }
        }
    }

    @Override
    public synchronized void close() {
        listeners.clear();
        closed.countDown();
        var connection = listening;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The listening connection was gone already", e);
            }
        }
    }
}
