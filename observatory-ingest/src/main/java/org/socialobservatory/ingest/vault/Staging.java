package org.socialobservatory.ingest.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.socialobservatory.ingest.vault.KeptAnswers.KeptTable;

/**
 * Answers on their way into the vault: written already without anything personal, not yet part of an edition. While it
 * is open no other process takes it for what a crash has left.
 */
public final class Staging implements AutoCloseable {

    private static final String LOCK = "lock";

    /**
     * Those that this process has open. On POSIX systems a process loses its lock when it closes any of its channels on
     * the file, so it must not look at its own.
     */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Vault vault;
    private final Path folder;
    private final FileChannel lock;
    private final Map<String, KeptTable> tables = new LinkedHashMap<>();

    Staging(Vault vault, Path folder) throws IOException {
        this.vault = vault;
        this.folder = folder;
        OPEN.add(folder);
        Locked.create(folder.resolve(LOCK)).close();
        this.lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IOException("Somebody else has " + folder);
        }
    }

    /** Whether nobody works on what is staged in a folder any more. */
    static boolean isLeft(Path folder) throws IOException {
        if (OPEN.contains(folder)) {
            return false;
        }
        try (var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (NoSuchFileException neverBegun) {
            return true;
        }
    }

    Path folder() {
        return folder;
    }

    Vault vault() {
        return vault;
    }

    void add(KeptTable table) {
        tables.put(table.resource(), table);
    }

    /** What lies here so far, in the order of the package. */
    public KeptAnswers kept() {
        return new KeptAnswers(0, tables);
    }

    /**
     * Keeps what was read for an edition; to be called before its commit, once its content is known.
     *
     * @param method the version of the method by which it was estimated
     */
    public void keep(String contentHash, int method) {
        vault.keep(contentHash, new KeptAnswers(method, tables));
    }

    /** Leaves what is staged to whoever tidies up. */
    void release() throws IOException {
        lock.close();
        OPEN.remove(folder);
    }

    @Override
    public void close() {
        try {
            release();
            Locked.delete(folder);
        } catch (IOException left) {
            throw new VaultException("What was staged cannot be removed", left);
        }
    }
}
