package org.socialobservatory.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.socialobservatory.ingest.Ingest;
import org.socialobservatory.ontology.Language;
import org.springframework.stereotype.Component;

/** Names this build of the program, so that nothing cached outlives a change of the code that made it. */
@Component
public final class Build {

    /** Hexadecimal digits; enough to tell the builds of one installation apart. */
    private static final int LENGTH = 10;

    private static final List<Class<?>> MODULES = List.of(Build.class, Ingest.class, Language.class);

    private final String id;

    Build() {
        this.id = digest();
    }

    /** The digest of the program's own jars; of a program that runs from folders, the time of its start. */
    private static String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var module : MODULES) {
                add(digest, module);
            }
            try (var templates = Build.class.getResourceAsStream("/templates/problem.html")) {
                digest.update(templates == null ? new byte[0] : templates.readAllBytes());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            return Long.toHexString(Instant.now().toEpochMilli());
        }
    }

    private static void add(MessageDigest digest, Class<?> module) throws IOException {
        CodeSource source = module.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        if (place == null || place.getPath().endsWith("/")) {
            throw new IOException("Not run from a jar");
        }
        try (InputStream jar = place.openStream()) {
            digest.update(jar.readAllBytes());
        }
    }

    public String id() {
        return id;
    }
}
