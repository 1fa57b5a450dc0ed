package org.socialobservatory.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.socialobservatory.ingest.Ingest;
import org.socialobservatory.ontology.Language;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Names this build of the program, so that nothing cached outlives a change of the code that made it. */
@Component
public final class Build {

    /** Hexadecimal digits; enough to tell the builds of one installation apart. */
    private static final int LENGTH = 10;

    private static final List<Class<?>> MODULES = List.of(Build.class, Ingest.class, Language.class);

    private static final List<String> FACE = Stream.concat(
                    Stream.of("templates/**", "static/**", "queries/**"),
                    Arrays.stream(Language.values()).map(language -> "messages_" + language.tag() + ".properties"))
            .toList();

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
            addFace(digest, Build.class.getClassLoader());
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            return Long.toHexString(Instant.now().toEpochMilli());
        }
    }

    /** All that pages are made of, which has no class to be found by. */
    static void addFace(MessageDigest digest, ClassLoader loader) throws IOException {
        var resources = new PathMatchingResourcePatternResolver(loader);
        for (String pattern : FACE) {
            var found = new TreeMap<String, Resource>();
            for (var resource : resources.getResources("classpath*:" + pattern)) {
                var address = resource.getURL().toString();
                if (!address.endsWith("/")) {
                    // From the folder on, so that the place of the program does not matter.
                    found.put(address.substring(address.lastIndexOf("/" + pattern.replace("**", ""))), resource);
                }
            }
            for (var entry : found.entrySet()) {
                digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update(entry.getValue().getContentAsByteArray());
            }
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
