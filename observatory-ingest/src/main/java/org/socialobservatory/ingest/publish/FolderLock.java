package org.socialobservatory.ingest.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** That one process at a time works on a folder. The operating system frees it when the process dies. */
final class FolderLock implements AutoCloseable {

    /** Between two attempts while another process has the lock. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    /**
     * The locks of this process. On POSIX systems a process loses its lock when it closes any of its channels on the
     * file, so a second channel must never be opened.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of a folder, or waits for it as long as allowed.
     *
     * @param hopeless whether there is nothing to wait for
     */
    static FolderLock take(Path folder, Duration patience, BooleanSupplier hopeless) {
        var real = folder.toAbsolutePath().normalize().resolve("lock");
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var taken = attempt(real);
            if (taken.isPresent()) {
                return taken.get();
            }
            if (System.nanoTime() - end > 0 || hopeless.getAsBoolean()) {
                throw new BusyFolderException(folder, holder(real));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for another process", e);
        }
    }

    private static Optional<FolderLock> attempt(Path file) {
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        FolderLock taken = null;
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
            } else {
                Files.writeString(
                        pidFile(file), Long.toString(ProcessHandle.current().pid()));
                taken = new FolderLock(file, channel);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + file.getParent() + " cannot be locked", e);
        } finally {
            if (taken == null) {
                HELD.remove(file);
            }
        }
        return Optional.ofNullable(taken);
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
            HELD.remove(file);
        }
    }
}
