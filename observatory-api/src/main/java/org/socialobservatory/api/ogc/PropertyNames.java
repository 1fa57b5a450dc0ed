package org.socialobservatory.api.ogc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names of indicators as properties of features. In CQL2 text a hyphen is a minus, and a database may cut names at 63
 * characters: hyphens become underscores, and a long name ends in a digest of its code.
 */
final class PropertyNames {

    /** Leaves room for {@code _reliability}. */
    private static final int LONGEST = 50;

    private static final int DIGEST = 6;

    private PropertyNames() {}

    static String of(String indicator) {
        var name = indicator.replace('-', '_');
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - DIGEST - 1) + "_" + digest(indicator);
    }

    private static String digest(String code) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
