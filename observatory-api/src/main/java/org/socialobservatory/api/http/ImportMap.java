package org.socialobservatory.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the scripts of a page find those that they import by name. The one inline script: it stands in the page, and its
 * hash in the security policy.
 */
public final class ImportMap {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectNode BELOW_ROOT = read();

    private final String text;

    private ImportMap(String text) {
        this.text = text;
    }

    /**
     * The map for a reader.
     *
     * @param base what precedes every path of the program in the reader's addresses, such as a proxy's prefix
     */
    public static ImportMap below(String base) {
        var map = BELOW_ROOT.deepCopy();
        var imports = (ObjectNode) map.get("imports");
        for (var entry : BELOW_ROOT.get("imports").properties()) {
            imports.put(entry.getKey(), base + entry.getValue().asString());
        }
        // Nothing in it may end the script that it stands in.
        return new ImportMap(JSON.writeValueAsString(map).replace("<", "\\u003c"));
    }

    private static ObjectNode read() {
        try (var file = Objects.requireNonNull(ImportMap.class.getResourceAsStream("/static/importmap.json"))) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String text() {
        return text;
    }

    /** As the policy names it (CSP 3, §2.3.1). */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
