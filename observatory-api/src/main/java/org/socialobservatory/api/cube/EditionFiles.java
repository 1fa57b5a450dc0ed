package org.socialobservatory.api.cube;

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
import java.util.Set;
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
    private static final int KEPT = 8;

    /**
     * Which file of which edition, made for all or for one preview, in which an edition may be described otherwise.
     *
     * @param contested its figures that meetings contest by now
     */
    private record Name(
            @Nullable String preview, Edition.Id edition, String contentHash, String file, Set<CellKey> contested) {}

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

    private final Map<Name, Finished> files = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Path folder;

    synchronized Finished file(Snapshot snapshot, Edition edition, String file, Content content) {
        var name = new Name(
                snapshot.preview(),
                edition.id(),
                edition.contentHash(),
                file,
                Meetings.of(snapshot).contested(edition.dataset()));
        var held = files.get(name);
        if (held == null) {
            held = written(content);
            files.put(name, held);
            while (files.size() > KEPT) {
                var eldest = files.entrySet().iterator().next();
                files.remove(eldest.getKey());
                delete(eldest.getValue().path());
            }
        }
        return held;
    }

    private Finished written(Content content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var path = Files.createTempFile(folder(), "edition", "");
            try (var out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest)) {
                content.writeTo(out);
            }
            return new Finished(path, Files.size(path), HexFormat.of().formatHex(digest.digest()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path folder() throws IOException {
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
