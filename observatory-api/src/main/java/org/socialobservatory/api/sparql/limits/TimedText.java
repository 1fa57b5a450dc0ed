package org.socialobservatory.api.sparql.limits;

/**
 * A text whose reader is stopped at the deadline. A regular expression that tries every way through a text reads its
 * letters over and over, and looks at nothing else.
 */
final class TimedText implements CharSequence {

    /** Letters read between two looks at the clock, some microseconds apart. */
    private static final int LETTERS_BETWEEN_CHECKS = 1 << 10;

    private final CharSequence text;
    private final Deadline deadline;
    private int read;

    TimedText(CharSequence text, Deadline deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    @Override
    public char charAt(int index) {
        if (++read % LETTERS_BETWEEN_CHECKS == 0) {
            deadline.check();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new TimedText(text.subSequence(start, end), deadline);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
