package org.socialobservatory.ingest.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.ingest.warehouse.EditionFile;
import org.socialobservatory.ingest.warehouse.EditionMetadata;
import org.socialobservatory.ingest.warehouse.Publication;

/** The previews of an installation, each in a folder named by its token. */
public final class Previews {

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");
    /** Bytes of a token: too many to be guessed. */
    private static final int TOKEN_LENGTH = 16;

    private static final String CONTENT = "edition.parquet";
    private static final String METADATA = "edition.json";

    private final DataFolder folder;

    public Previews(DataFolder folder) {
        this.folder = folder;
    }

    /** Keeps an edition to be looked at, under a new token. */
    public Preview write(Publication publication) {
        var bytes = new byte[TOKEN_LENGTH];
        new SecureRandom().nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        var home = home(token);
        try {
            Files.createDirectory(home, DataFolder.ownerOnly("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        EditionFile.write(home.resolve(CONTENT), publication.content());
        // Last, since a preview is there when its metadata is.
        new EditionMetadata(
                        publication.edition(),
                        publication.files(),
                        publication.findings(),
                        publication.gateCounts(),
                        null,
                        publication.erases())
                .write(home.resolve(METADATA));
        return open(token).orElseThrow();
    }

    private Path home(String token) {
        return folder.previews().resolve(token);
    }

    /** Whether there is a preview of this token; it takes the same time whether much of a token is right or nothing. */
    public boolean contains(String token) {
        var asked = token.getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        try (var homes = Files.newDirectoryStream(folder.previews())) {
            for (Path home : homes) {
                found |= MessageDigest.isEqual(home.getFileName().toString().getBytes(StandardCharsets.UTF_8), asked);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found
                && TOKEN.matcher(token).matches()
                && Files.exists(home(token).resolve(METADATA));
    }

    /** Removes the previews that were made before an instant, and returns how many. */
    int removeOlderThan(Instant instant) {
        int removed = 0;
        for (Path home : DataFolder.list(folder.previews(), "")) {
            if (made(home).isBefore(instant)) {
                remove(home);
                removed++;
            }
        }
        return removed;
    }

    /** One that was cut off has no metadata yet, and is as old as its folder. */
    private static Instant made(Path home) {
        var metadata = home.resolve(METADATA);
        try {
            return Files.exists(metadata)
                    ? EditionMetadata.read(metadata).edition().publishedAt()
                    : Files.getLastModifiedTime(home).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The metadata first, since a preview is there while its metadata is. */
    private static void remove(Path home) {
        LOG.info("Removing the preview {}, which is no longer shown", home);
        try {
            for (String part : List.of(METADATA, CONTENT)) {
                Files.deleteIfExists(home.resolve(part));
            }
            for (Path rest : DataFolder.list(home, "")) {
                Files.delete(rest);
            }
            Files.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The preview of a token; empty where there is none, whatever the text. */
    public Optional<Preview> open(String token) {
        if (!contains(token)) {
            return Optional.empty();
        }
        return Optional.of(new Preview(
                token,
                EditionMetadata.read(home(token).resolve(METADATA)),
                EditionFile.read(home(token).resolve(CONTENT))));
    }
}
