package org.socialobservatory.api.ogc.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Reads a geometry as Well-known Text within a filter. */
final class ShapeText {

    private static final List<String> NAMES = List.of(
            "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION");

    private final Words words;
    private final Depth depth;
    private final Shapes shapes = new Shapes();

    ShapeText(Words words, Depth depth) {
        this.words = words;
        this.depth = depth;
    }

    /** Whether a name begins a geometry, by what follows it. */
    static boolean isNext(String upper, Words words) {
        return NAMES.contains(upper)
                && (words.next().is("(")
                        || (words.next().is("Z") && words.afterNext().is("(")));
    }

    Geometry read(String upper) {
        words.taken("Z");
        var readers = Map.<String, Supplier<Geometry>>of(
                "POINT", this::point,
                "LINESTRING", this::line,
                "POLYGON", this::polygon,
                "MULTIPOINT", () -> shapes.points(all(this::pointOfMany)),
                "MULTILINESTRING", () -> shapes.lines(all(this::line)),
                "MULTIPOLYGON", () -> shapes.polygons(all(this::polygon)),
                "GEOMETRYCOLLECTION", () -> depth.within(() -> shapes.collection(all(this::nested))));
        var reader = readers.get(upper);
        if (reader == null) {
            throw words.unexpected(NAMES.toArray(String[]::new));
        }
        return reader.get();
    }

    private Geometry nested() {
        var name = words.skip().text().toUpperCase(java.util.Locale.ROOT);
        if (!isNext(name, words)) {
            throw words.unexpected(NAMES.toArray(String[]::new));
        }
        return read(name);
    }

    private Point point() {
        words.require("(");
        var position = position();
        words.require(")");
        return shapes.point(position);
    }

    /** A point of many may go without its parentheses. */
    private Point pointOfMany() {
        return words.next().is("(") ? point() : shapes.point(position());
    }

    private LineString line() {
        return shapes.line(all(this::position));
    }

    private Polygon polygon() {
        return shapes.polygon(all(() -> all(this::position)));
    }

    private <T> List<T> all(Supplier<T> part) {
        words.require("(");
        var parts = new ArrayList<T>();
        do {
            parts.add(part.get());
        } while (words.taken(","));
        words.require(")");
        return parts;
    }

    private Coordinate position() {
        var x = words.signedNumber();
        var y = words.signedNumber();
        boolean tall = words.next().sort() == Tokens.Sort.NUMBER || words.next().is("-");
        return shapes.position(
                x.doubleValue(), y.doubleValue(), tall ? words.signedNumber().doubleValue() : Double.NaN);
    }
}
