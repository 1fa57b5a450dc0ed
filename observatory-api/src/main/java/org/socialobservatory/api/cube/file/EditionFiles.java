package org.socialobservatory.api.cube.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.edition.Edition;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Files made of whole editions, each written once and kept while others ask for it: an edition never changes, only
 * the marks of meetings on it do, so that its file has a length, a strong tag and ranges.
 */
@Component
class EditionFiles implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EditionFiles.class);

    /** A census is some 200 MB as CSV. */
    private static final int KEPT = 16;

    /**
     * Which file of which edition, made for all or for one preview, in which an edition may be described otherwise.
     *
     * @param contested its figures that meetings contest by now
     */
    record Name(@Nullable String preview, Edition.Id edition, String contentHash, String file, Set<CellKey> contested) {

        static Name of(Snapshot snapshot, Edition edition, String file) {
            return new Name(
                    snapshot.preview(),
                    edition.id(),
                    edition.contentHash(),
                    file,
                    Meetings.of(snapshot).contested(edition.dataset()));
        }
    }

    /**
     * A finished file.
     *
     * @param tag sha-256 of its bytes
     */
    record Finished(Path path, long length, String tag) {}

    /** Writes the content of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes the same to two places. */
    private static final class Both extends OutputStream {
        private final OutputStream one;
        private final OutputStream other;

        Both(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public void write(int octet) throws IOException {
            one.write(octet);
            other.write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            one.write(octets, from, length);
            other.write(octets, from, length);
        }

        @Override
        public void flush() throws IOException {
            other.flush();
        }
    }

    private final Map<Name, Finished> files = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Name, Object> beingMade = new ConcurrentHashMap<>();
    private @Nullable Path folder;

    /** The file, if it is there already. */
    synchronized Optional<Finished> held(Name name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The file, made now where it is not there; who asks for the same meanwhile waits for it. */
    Finished file(Name name, Content content) {
        var held = held(name);
        if (held.isPresent()) {
            return held.get();
        }
        var turn = beingMade.computeIfAbsent(name, _ -> new Object());
        try {
            synchronized (turn) {
                return held(name).orElseGet(() -> keep(name, written(content, OutputStream.nullOutputStream())));
            }
        } finally {
            beingMade.remove(name, turn);
        }
    }

    /** Makes the file and sends it at the same time, so that a reader of a large one need not wait for its end. */
    void send(Name name, Content content, OutputStream reader) {
        keep(name, written(content, reader));
    }

    private synchronized Finished keep(Name name, Finished file) {
        var former = files.put(name, file);
        if (former != null) {
            delete(former.path());
        }
        while (files.size() > KEPT) {
            var eldest = files.entrySet().iterator().next();
            files.remove(eldest.getKey());
            delete(eldest.getValue().path());
        }
        return file;
    }

    private Finished written(Content content, OutputStream reader) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var path = Files.createTempFile(folder(), "edition", "");
            boolean whole = false;
            try (var out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest)) {
                content.writeTo(new Both(out, reader));
                whole = true;
            } finally {
                if (!whole) {
                    delete(path);
                }
            }
            return new Finished(path, Files.size(path), HexFormat.of().formatHex(digest.digest()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("observatory-editions");
        }
        return folder;
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException kept) {
            LOG.warn("The file {} could not be removed", path, kept);
        }
    }

    @Override
    public synchronized void destroy() {
        files.values().forEach(file -> delete(file.path()));
        files.clear();
        if (folder != null) {
            delete(folder);
        }
    }
}
