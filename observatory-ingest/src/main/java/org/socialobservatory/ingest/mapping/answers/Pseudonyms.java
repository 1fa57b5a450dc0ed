package org.socialobservatory.ingest.mapping.answers;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns what names a person into a keyed hash (HMAC-SHA-256, RFC 2104): the same name gives the same hash within an
 * installation, and without its salt nobody can try names out. For one thread.
 */
public final class Pseudonyms {

    /** Bytes kept of a hash: 128 bits. */
    private static final int KEPT = 16;

    private final Mac mac;

    public Pseudonyms(byte[] salt) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }

    /** The hash of a name, in 32 hexadecimal digits, whatever its case, width and surrounding blanks. */
    public String of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)), 0, KEPT);
    }
}
