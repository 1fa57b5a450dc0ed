package org.socialobservatory.ingest.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The texts of statements, kept in files beside their callers. */
final class Statement {

    private Statement() {}

    /** The text of a file with its places filled by texts of our own. */
    static String text(String file, Map<String, String> places) {
        try (var stream = Objects.requireNonNull(Statement.class.getResourceAsStream(file), file)) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (var place : places.entrySet()) {
                text = text.replace("{" + place.getKey() + "}", place.getValue());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
