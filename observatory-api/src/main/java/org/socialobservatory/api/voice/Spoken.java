package org.socialobservatory.api.voice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.socialobservatory.ontology.Language;

/** The name of a recording: the first eight bytes of the SHA-256 of the language and the sentence that it says. */
public final class Spoken {

    private static final int BYTES = 8;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");

    private Spoken() {}

    public static String name(Language language, String sentence) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((language.tag() + "\n" + sentence).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
