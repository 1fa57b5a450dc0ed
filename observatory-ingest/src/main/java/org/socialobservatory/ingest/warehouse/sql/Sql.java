package org.socialobservatory.ingest.warehouse.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The texts of statements, kept in files beside their callers. */
public final class Sql {

    private Sql() {}

    /** The text of a file that must be there, such as {@code editions.sql}. */
    public static String text(String file) {
        return find(file).orElseThrow(() -> new IllegalStateException("No file " + file + " beside " + Sql.class));
    }

    /** The text of a file that may be there. */
    static Optional<String> find(String file) {
        try (var stream = Sql.class.getResourceAsStream(file)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
