package org.socialobservatory.ingest.describe;

import java.util.Locale;

/** Makes codes of names. */
public final class Slug {

    private static final int LONGEST = 100;

    private Slug() {}

    /** The Latin letters and digits of a name, without accents, joined by hyphens; {@code x} where there are none. */
    public static String of(String name) {
        var plain = Word.plain(name).replaceAll("[^a-z0-9 ]+", " ").strip().replaceAll(" +", "-");
        var code = plain.isEmpty() ? "x" : plain.toLowerCase(Locale.ROOT);
        return code.length() > LONGEST ? code.substring(0, LONGEST) : code;
    }
}
