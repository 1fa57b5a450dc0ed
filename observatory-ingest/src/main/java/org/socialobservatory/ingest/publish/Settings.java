package org.socialobservatory.ingest.publish;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where an installation is and what it is called.
 *
 * @param data the folder that holds its files
 * @param baseIri names its things, without a slash at the end
 * @param database the PostgreSQL database that holds its warehouse; empty: DuckDB in the folder
 * @param previewLifetime how long a preview is shown, and kept
 */
public record Settings(Path data, String baseIri, Optional<Database> database, Duration previewLifetime) {

    /** The name that things have where nobody has given another. */
    public static final String DEFAULT_BASE_IRI = "http://localhost:8080";

    public static final Duration PREVIEW_LIFETIME = Duration.ofDays(30);

    public Settings {
        data = data.toAbsolutePath().normalize();
    }

    public Settings(Path data, String baseIri, Optional<Database> database) {
        this(data, baseIri, database, PREVIEW_LIFETIME);
    }

    /** The same in another folder. */
    public Settings in(Path folder) {
        return new Settings(folder, baseIri, database, previewLifetime);
    }

    /**
     * The address of a PostgreSQL database.
     *
     * @param url such as {@code jdbc:postgresql://localhost/observatory}
     */
    public record Database(String url, String username, String password) {
        @Override
        public String toString() {
            return url + " as " + username;
        }
    }
}
