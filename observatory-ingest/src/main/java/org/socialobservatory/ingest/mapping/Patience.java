package org.socialobservatory.ingest.mapping;

import java.util.regex.Pattern;

/**
 * A text that a regular expression may look at only so often. Expressions come with packages, and one such as
 * {@code (a+)+b} tries more ways than anybody will wait for.
 */
final class Patience implements CharSequence {

    /** Looks at single letters: far more than any sensible expression needs for one field. */
    private static final int LOOKS = 100_000;

    private final CharSequence text;
    private int left = LOOKS;

    private Patience(CharSequence text) {
        this.text = text;
    }

    /** Whether the whole text matches; not, where that cannot be known in time. */
    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Patience(text)).matches();
        } catch (Lost lost) {
            return false;
        }
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Lost();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return text.subSequence(from, to);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static final class Lost extends RuntimeException {
        Lost() {
            super("patience lost", null, false, false);
        }
    }
}
