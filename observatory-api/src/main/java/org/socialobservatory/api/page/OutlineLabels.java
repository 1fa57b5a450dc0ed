package org.socialobservatory.api.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds room for the names on a small map: a name hardly leaves its area and does not meet another name. */
final class OutlineLabels {

    /**
     * A screen, in units of the drawing.
     *
     * @param room as in {@link OutlineMap.Shape}
     * @param letter mean width of a letter
     * @param line height of a line
     * @param overhang how many times as wide as its area a name may be
     */
    private record Screen(String room, double letter, double line, double overhang) {}

    /**
     * From the narrowest: what has room there has room on wider ones, where names are smaller against the map. At last
     * come names of narrow areas, which lie across their edges.
     */
    private static final List<Screen> SCREENS =
            List.of(new Screen("phone", 14, 32, 1.3), new Screen("wide", 9, 24, 1.3), new Screen("wide", 9, 24, 2));

    /**
     * A name to be written around a point.
     *
     * @param across width of its area at that point
     */
    record Label(String code, String name, double x, double y, double across) {

        private double half(Screen screen) {
            return name.codePointCount(0, name.length()) * screen.letter() / 2;
        }

        private boolean meets(Label other, Screen screen) {
            return Math.abs(other.y - y) < screen.line()
                    && Math.abs(other.x - x) < half(screen) + other.half(screen) + screen.letter();
        }
    }

    private OutlineLabels() {}

    /** The narrowest screen on which each name has room, by code; the current area first, then the widest. */
    static Map<String, String> rooms(List<Label> labels, @Nullable String current) {
        var inOrder = labels.stream()
                .sorted(Comparator.comparing((Label label) -> !label.code().equals(current))
                        .thenComparing(Comparator.comparingDouble(Label::across).reversed())
                        .thenComparing(Label::code))
                .toList();
        var rooms = new HashMap<String, String>();
        var written = new ArrayList<Label>();
        for (var screen : SCREENS) {
            for (var label : inOrder) {
                if (!rooms.containsKey(label.code())
                        && label.across() * screen.overhang() > 2 * label.half(screen)
                        && written.stream().noneMatch(other -> label.meets(other, screen))) {
                    rooms.put(label.code(), screen.room());
                    written.add(label);
                }
            }
        }
        return rooms;
    }
}
