package org.socialobservatory.api.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.socialobservatory.api.page.OutlineLabels.Beside;
import org.socialobservatory.api.page.OutlineLabels.Label;
import org.socialobservatory.api.page.OutlineLabels.Place;
import org.socialobservatory.api.page.OutlineLabels.Side;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;

/**
 * A small map of areas that is part of the page itself: no script, no network, right on paper.
 *
 * @param width of the drawing, in its own units
 * @param drawn whether an outline is a simplified drawing of ours
 * @param withoutOutline how many of the areas cannot be shown
 */
public record OutlineMap(int width, int height, List<Shape> shapes, boolean drawn, int withoutOutline) {

    private static final int WIDTH = 640;
    private static final int HIGHEST = 560;
    private static final int MARGIN = 4;
    /** In units of the drawing: less than a line's width. */
    private static final double TOLERANCE = 0.5;

    /** Beyond, names have no room, and the search for some takes long. */
    private static final int MOST_NAMED = 200;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /**
     * An area as it is drawn.
     *
     * @param path in the form of SVG
     * @param left where its name stands, in percent of the width
     * @param top where its name stands, in percent of the height
     * @param room on which screens the name fits: {@code phone}, {@code tablet}, {@code wide} or {@code none}
     * @param direction in which it lies from there: {@code centre}, {@code west} or {@code east}
     */
    public record Shape(
            String code,
            String name,
            String path,
            String left,
            String top,
            String room,
            String direction,
            boolean current) {}

    public OutlineMap {
        shapes = List.copyOf(shapes);
    }

    /** Draws those of the areas that have an outline; null where none has. */
    public static @Nullable OutlineMap of(Visit visit, List<Area> areas, @Nullable String current) {
        var outlined = areas.stream()
                .flatMap(area -> visit.snapshot().territory().outlined(area.code()).stream())
                .toList();
        if (outlined.isEmpty()) {
            return null;
        }
        var sheet = Sheet.around(outlined);
        var labels = outlined.stream()
                .map(version -> sheet.label(version, visit.names().area(version.area())))
                .toList();
        var places = labels.size() > MOST_NAMED
                ? Map.<String, Place>of()
                : OutlineLabels.places(labels, current, spot -> sheet.isOpen(spot, outlined));
        var shapes = new ArrayList<Shape>();
        for (int i = 0; i < outlined.size(); i++) {
            var label = labels.get(i);
            shapes.add(sheet.shape(
                    outlined.get(i),
                    label,
                    places.getOrDefault(label.code(), new Place("none", label.x(), label.y(), Side.CENTRE)),
                    label.code().equals(current)));
        }
        return new OutlineMap(
                WIDTH,
                (int) Math.ceil(sheet.height()),
                shapes,
                outlined.stream().anyMatch(AreaVersion::drawn),
                areas.size() - outlined.size());
    }

    /**
     * From degrees to the drawing: equirectangular, true to scale in the middle.
     *
     * @param shrink cosine of the middle latitude
     * @param scale units of the drawing for a degree of latitude
     */
    private record Sheet(Envelope frame, double shrink, double scale) {

        static Sheet around(List<AreaVersion> outlined) {
            var frame = new Envelope();
            outlined.forEach(version -> frame.expandToInclude(outline(version).getEnvelopeInternal()));
            double shrink = Math.cos(Math.toRadians(frame.centre().y));
            double across = (WIDTH - 2.0 * MARGIN) / Math.max(frame.getWidth() * shrink, 1e-6);
            double down = (HIGHEST - 2.0 * MARGIN) / Math.max(frame.getHeight(), 1e-6);
            return new Sheet(frame, shrink, Math.min(across, down));
        }

        double height() {
            return frame.getHeight() * scale + 2 * MARGIN;
        }

        private double x(double longitude) {
            double unused = WIDTH - frame.getWidth() * shrink * scale;
            return unused / 2 + (longitude - frame.getMinX()) * shrink * scale;
        }

        private double y(double latitude) {
            return MARGIN + (frame.getMaxY() - latitude) * scale;
        }

        Label label(AreaVersion version, String name) {
            var outline = simple(outline(version));
            var box = outline.getEnvelopeInternal();
            var stretch = Stretch.longest(rings(outline), box.getMinY(), box.getMaxY());
            double middle = (stretch.west() + stretch.east()) / 2;
            var beside = Stretch.reaches(rings(outline), box.getMinY(), box.getMaxY()).stream()
                    .flatMap(reach -> Stream.of(
                            new Beside(x(reach.west()), y(reach.latitude()), Side.WEST),
                            new Beside(x(reach.east()), y(reach.latitude()), Side.EAST)))
                    .toList();
            return new Label(
                    version.area(), name, x(middle), y(stretch.latitude()), stretch.length() * shrink * scale, beside);
        }

        /** Whether a part of the drawing is in its frame and no area lies there. */
        boolean isOpen(Envelope spot, List<AreaVersion> outlined) {
            if (!new Envelope(0, WIDTH, 0, height()).covers(spot)) {
                return false;
            }
            var place = FACTORY.toGeometry(new Envelope(
                    longitude(spot.getMinX()),
                    longitude(spot.getMaxX()),
                    latitude(spot.getMinY()),
                    latitude(spot.getMaxY())));
            return outlined.stream().noneMatch(version -> outline(version).intersects(place));
        }

        private double longitude(double x) {
            return frame.getMinX() + (x - x(frame.getMinX())) / shrink / scale;
        }

        private double latitude(double y) {
            return frame.getMaxY() - (y - MARGIN) / scale;
        }

        Shape shape(AreaVersion version, Label label, Place place, boolean current) {
            return new Shape(
                    label.code(),
                    label.name(),
                    path(outline(version)),
                    percent(place.x() / WIDTH),
                    percent(place.y() / height()),
                    place.room(),
                    place.side().name().toLowerCase(Locale.ROOT),
                    current);
        }

        /** Without what no eye sees on the drawing. */
        private Geometry simple(Geometry outline) {
            var simple = DouglasPeuckerSimplifier.simplify(outline, TOLERANCE / scale);
            return simple.isEmpty() ? outline : simple;
        }

        private String path(Geometry outline) {
            var path = new StringBuilder();
            for (var ring : rings(simple(outline))) {
                char command = 'M';
                for (Coordinate point : ring.getCoordinates()) {
                    path.append(command).append(decimal(x(point.x))).append(' ').append(decimal(y(point.y)));
                    command = 'L';
                }
                path.append('Z');
            }
            return path.toString();
        }
    }

    private static Geometry outline(AreaVersion version) {
        return Objects.requireNonNull(version.outline());
    }

    private static List<LineString> rings(Geometry geometry) {
        var rings = new ArrayList<LineString>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                rings.add(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(polygon.getInteriorRingN(hole));
                }
            }
        }
        return rings;
    }

    private static String percent(double share) {
        return decimal(share * 100) + "%";
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
