package org.socialobservatory.ingest.publish;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an installation is and what it is called.
 *
 * @param data the folder that holds its files
 * @param baseIri names its things, without a slash at the end
 * @param database the PostgreSQL database that holds its warehouse; empty: DuckDB in the folder
 */
public record Settings(Path data, String baseIri, Optional<Database> database) {

    /** The name that things have where nobody has given another. */
    public static final String DEFAULT_BASE_IRI = "http://localhost:8080";

    public Settings {
        data = data.toAbsolutePath().normalize();
    }

    /** The same in another folder. */
    public Settings in(Path folder) {
        return new Settings(folder, baseIri, database);
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
