package org.socialobservatory.ingest.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.socialobservatory.ingest.warehouse.EditionFile;
import org.socialobservatory.ingest.warehouse.EditionMetadata;
import org.socialobservatory.ingest.warehouse.Publication;

/** The previews of an installation, each in a folder named by its token. */
public final class Previews {

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");
    /** Bytes of a token: too many to be guessed. */
    private static final int TOKEN_LENGTH = 16;

    private static final String CONTENT = "edition.parquet";
    private static final String METADATA = "edition.json";

    private final DataFolder folder;

    public Previews(DataFolder folder) {
        this.folder = folder;
    }

    Preview write(Publication publication) {
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
                        null)
                .write(home.resolve(METADATA));
        return open(token).orElseThrow();
    }

    private Path home(String token) {
        return folder.previews().resolve(token);
    }

    /** The preview of a token; empty where there is none, whatever the text. */
    public Optional<Preview> open(String token) {
        if (!TOKEN.matcher(token).matches() || !Files.exists(home(token).resolve(METADATA))) {
            return Optional.empty();
        }
        return Optional.of(new Preview(
                token,
                EditionMetadata.read(home(token).resolve(METADATA)),
                EditionFile.read(home(token).resolve(CONTENT))));
    }
}
