package org.socialobservatory.ingest.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** That one process at a time works on a folder. The operating system frees it when the process dies. */
final class FolderLock implements AutoCloseable {

    /** After so long a wait is looked at again: whether there is still something to wait for. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /**
     * Whose turn it is within this process. On POSIX systems a process loses its lock when it closes any of its
     * channels on the file, so a second channel must never be opened while one has the lock.
     */
    private static final Map<Path, Semaphore> TURNS = new ConcurrentHashMap<>();

    private final Semaphore turn;
    private final FileChannel channel;

    private FolderLock(Semaphore turn, FileChannel channel) {
        this.turn = turn;
        this.channel = channel;
    }

    /**
     * Takes the lock of a folder, or waits for it as long as allowed.
     *
     * @param hopeless whether there is nothing to wait for
     */
    static FolderLock take(Path folder, Duration patience, BooleanSupplier hopeless) {
        var file = folder.toAbsolutePath().normalize().resolve("lock");
        var turn = TURNS.computeIfAbsent(file, _ -> new Semaphore(1, true));
        long end = System.nanoTime() + patience.toNanos();
        if (!turn.tryAcquire() && !comes(nanos -> turn.tryAcquire(nanos, TimeUnit.NANOSECONDS), end, hopeless)) {
            throw new BusyFolderException(folder, holder(file));
        }
        FolderLock taken = null;
        try {
            taken = locked(file, end, hopeless)
                    .map(channel -> new FolderLock(turn, channel))
                    .orElseThrow(() -> new BusyFolderException(folder, holder(file)));
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be locked", e);
        } finally {
            if (taken == null) {
                turn.release();
            }
        }
    }

    private static Optional<FileChannel> locked(Path file, long end, BooleanSupplier hopeless) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            if (locks(channel, end, hopeless)) {
                Files.writeString(
                        pidFile(file), Long.toString(ProcessHandle.current().pid()));
                locked = true;
            }
            return locked ? Optional.of(channel) : Optional.empty();
        } finally {
            if (!locked) {
                // This also wakes the thread that still waits for the lock.
                channel.close();
            }
        }
    }

    /** Locks a file, or waits until the process that has it closes it or dies; the operating system tells. */
    private static boolean locks(FileChannel channel, long end, BooleanSupplier hopeless) throws IOException {
        if (channel.tryLock() != null) {
            return true;
        }
        var locking = new FutureTask<FileLock>(channel::lock);
        Thread.ofPlatform().daemon().name("folder-lock").start(locking);
        return comes(nanos -> isDone(locking, nanos), end, hopeless);
    }

    private static boolean isDone(FutureTask<FileLock> locking, long nanos) throws InterruptedException {
        try {
            locking.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The operating system gives no lock", failure.getCause());
        }
    }

    /** Waits for an event. */
    private interface Wait {
        boolean during(long nanos) throws InterruptedException;
    }

    /** Whether an event comes before the end, and before the wait becomes hopeless. */
    private static boolean comes(Wait event, long end, BooleanSupplier hopeless) {
        try {
            for (long left = end - System.nanoTime();
                    left > 0 && !hopeless.getAsBoolean();
                    left = end - System.nanoTime()) {
                if (event.during(Math.min(left, LOOK.toNanos()))) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for another process", e);
        }
    }

    private static Path pidFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".pid");
    }

    /** The process that has the lock, as it wrote itself. */
    private static long holder(Path file) {
        try {
            return Long.parseLong(Files.readString(pidFile(file)).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.release();
        }
    }
}
