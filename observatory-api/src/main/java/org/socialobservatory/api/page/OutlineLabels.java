package org.socialobservatory.api.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Finds room for the names on a small map: a name lies on its area or beside it, and does not meet another name. */
final class OutlineLabels {

    /**
     * A screen, in units of the drawing.
     *
     * @param room as in {@link OutlineMap.Shape}
     * @param letter mean width of a letter
     * @param line height of a line
     */
    private record Screen(String room, double letter, double line) {}

    /** From the narrowest: what has room there has room on wider ones, where names are smaller against the map. */
    private static final List<Screen> SCREENS =
            List.of(new Screen("phone", 14, 32), new Screen("tablet", 12, 28), new Screen("wide", 9, 24));

    /** How many times as wide as its area a name may be that lies on it. */
    private static final double OVERHANG = 1.3;
    /** The same for names that found no room beside their narrow areas either. */
    private static final double LARGEST_OVERHANG = 2;
    /** Between an area and the name beside it. */
    private static final double GAP = 6;

    /**
     * A name to be written.
     *
     * @param x middle of the widest part of its area
     * @param across width of its area there
     * @param beside where it may stand beside its area, the best first
     */
    record Label(String code, String name, double x, double y, double across, List<Beside> beside) {

        Label {
            beside = List.copyOf(beside);
        }

        private double length(Screen screen) {
            return name.codePointCount(0, name.length()) * screen.letter();
        }
    }

    /** On which side of a point a name stands. */
    enum Side {
        CENTRE,
        WEST,
        EAST
    }

    /** An end of an area, and the side on which it ends. */
    record Beside(double x, double y, Side side) {}

    /** Where a name stands, and the narrowest screen on which it does. */
    record Place(String room, double x, double y, Side side) {}

    private record Written(Label label, Place place) {

        Envelope on(Screen screen) {
            double length = label.length(screen);
            double from = switch (place.side()) {
                case CENTRE -> place.x() - length / 2;
                case WEST -> place.x() - length;
                case EAST -> place.x();
            };
            return new Envelope(
                    from - screen.letter() / 2,
                    from + length + screen.letter() / 2,
                    place.y() - screen.line() / 2,
                    place.y() + screen.line() / 2);
        }
    }

    private final Predicate<Envelope> open;
    private final Map<String, Written> written = new LinkedHashMap<>();

    private OutlineLabels(Predicate<Envelope> open) {
        this.open = open;
    }

    /**
     * Where each name stands, by code; the current area chooses first, then the widest.
     *
     * @param open whether a part of the drawing is in its frame and no area lies there
     */
    static Map<String, Place> places(List<Label> labels, @Nullable String current, Predicate<Envelope> open) {
        var inOrder = labels.stream()
                .sorted(Comparator.comparing((Label label) -> !label.code().equals(current))
                        .thenComparing(Comparator.comparingDouble(Label::across).reversed())
                        .thenComparing(Label::code))
                .toList();
        var search = new OutlineLabels(open);
        SCREENS.forEach(screen -> inOrder.forEach(label -> search.placeOn(label, screen, OVERHANG)));
        SCREENS.forEach(screen -> inOrder.forEach(label -> search.placeBeside(label, screen)));
        inOrder.forEach(label -> search.placeOn(label, SCREENS.getLast(), LARGEST_OVERHANG));
        var places = new HashMap<String, Place>();
        search.written.forEach((code, one) -> places.put(code, one.place()));
        return places;
    }

    private void placeOn(Label label, Screen screen, double overhang) {
        if (label.across() * overhang > label.length(screen)) {
            write(new Written(label, new Place(screen.room(), label.x(), label.y(), Side.CENTRE)), screen);
        }
    }

    private void placeBeside(Label label, Screen screen) {
        for (var end : label.beside()) {
            double x = end.x() + (end.side() == Side.WEST ? -GAP : GAP);
            var beside = new Written(label, new Place(screen.room(), x, end.y(), end.side()));
            if (open.test(beside.on(screen))) {
                write(beside, screen);
            }
        }
    }

    /** A name stands where it first had room. */
    private void write(Written name, Screen screen) {
        var spot = name.on(screen);
        if (written.values().stream().noneMatch(other -> other.on(screen).intersects(spot))) {
            written.putIfAbsent(name.label().code(), name);
        }
    }
}
