package org.socialobservatory.api.page.sentence;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A share in pictures, for those who do not read: three women of ten are dark.
 *
 * @param part how many are dark
 * @param all how many there are
 * @param width of the drawing
 * @param height of the drawing
 * @param dark outlines of the dark ones, in the form of SVG
 * @param light outlines of the others
 */
public record IconArray(int part, int all, int width, int height, String dark, String light) {

    private static final int WIDE = 12;
    private static final int HIGH = 24;
    /** So many stand in a row that a row is counted at a glance. */
    private static final int ROW = 10;

    /** Larger groups are drawn smaller, in longer rows. */
    private static final int LARGEST_GROUP = 20;

    private static final int LONG_ROW = 25;

    /** How high one of them is, in the size of the text. */
    private static final double LARGE = 1.2;

    private static final double SMALL = 0.5;

    /** A round head, then a body that begins where the head ended; drawn in a box of ten by twenty-two. */
    private static final String HEAD = "m2 3.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0z";

    private static final String PERSON = HEAD + "m-1.5 4h9v7h-2v7h-5v-7h-2z";
    private static final String WOMAN = HEAD + "m1.5 4h3l3 9h-2.5v5h-4v-5h-2.5z";
    private static final String CHILD = "m2.5 8.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0zm-1 3.5h7v4.5h-1.5v5h-4v-5h-1.5z";
    private static final String HOUSEHOLD = "m0 11.5l5-5.5l5 5.5v10h-3.5v-5h-3v5h-3.5z";

    /** The words of {@link Remarks} for who is counted. */
    private static final Map<String, String> SHAPES = Map.of(
            "person", PERSON,
            "man", PERSON,
            "youth", PERSON,
            "woman", WOMAN,
            "child", CHILD,
            "household", HOUSEHOLD);

    static IconArray of(OutOf share, String noun) {
        var shape = Objects.requireNonNull(SHAPES.get(noun), noun);
        int columns = Math.min(share.all(), share.all() > LARGEST_GROUP ? LONG_ROW : ROW);
        int rows = (share.all() + columns - 1) / columns;
        return new IconArray(
                share.part(),
                share.all(),
                columns * WIDE,
                rows * HIGH,
                drawn(shape, 0, share.part(), columns),
                drawn(shape, share.part(), share.all(), columns));
    }

    /** How wide it is shown beside text, in the size of that text. */
    public String wide() {
        return shown(width);
    }

    public String high() {
        return shown(height);
    }

    private String shown(int units) {
        return String.format(Locale.ROOT, "%.2fem", units * (all > LARGEST_GROUP ? SMALL : LARGE) / HIGH);
    }

    private static String drawn(String shape, int from, int to, int columns) {
        var path = new StringBuilder();
        for (int at = from; at < to; at++) {
            path.append('M')
                    .append(at % columns * WIDE + 1)
                    .append(' ')
                    .append(at / columns * HIGH + 1)
                    .append(shape);
        }
        return path.toString();
    }
}
