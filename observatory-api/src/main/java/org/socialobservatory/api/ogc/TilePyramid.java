package org.socialobservatory.api.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.index.strtree.STRtree;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.Snapshot;

/**
 * The shapes of a layer as far as they can be told apart at each zoom. An edge that two areas share is simplified once,
 * so that no gap opens between them (Visvalingam and Whyatt 1993, on the coverage). Made when first asked for.
 */
final class TilePyramid {

    /** Zooms that share their shapes. */
    private static final int ZOOMS = 2;
    /** In dots of a tile: less than an eye sees. */
    private static final double TOLERANCE = 0.6;

    private static final PerSnapshot<Map<String, TilePyramid>> PYRAMIDS =
            new PerSnapshot<>(_ -> new ConcurrentHashMap<>());

    /** A shape in metres of the projection. */
    record Shape(Layer.Feature feature, Geometry geometry) {}

    private final List<Shape> shapes;
    private final Map<Integer, STRtree> bands = new ConcurrentHashMap<>();

    private TilePyramid(Layer layer) {
        var found = new ArrayList<Shape>();
        for (Layer.Feature feature : layer.features()) {
            var geometry = feature.geometry();
            if (geometry != null && !geometry.isEmpty()) {
                found.add(new Shape(feature, TileGrid.project(geometry)));
            }
        }
        shapes = List.copyOf(found);
    }

    static TilePyramid of(Snapshot snapshot, Layer layer) {
        return PYRAMIDS.of(snapshot).computeIfAbsent(layer.id(), _ -> new TilePyramid(layer));
    }

    /** Those that reach into a box, in the order of the layer. */
    List<Shape> within(Envelope box, int zoom) {
        var band = bands.computeIfAbsent(zoom / ZOOMS, this::band);
        var found = new ArrayList<Shape>();
        band.query(box, item -> found.add((Shape) item));
        return found;
    }

    private STRtree band(int number) {
        double tolerance = TOLERANCE * TileGrid.dot(number * ZOOMS + ZOOMS - 1);
        var tree = new STRtree();
        for (Shape shape : simplified(tolerance)) {
            // What a tile cuts out of a shape is still of the same feature.
            shape.geometry().setUserData(shape.feature());
            tree.insert(shape.geometry().getEnvelopeInternal(), shape);
        }
        tree.build();
        return tree;
    }

    private List<Shape> simplified(double tolerance) {
        var areas = shapes.stream().filter(TilePyramid::isArea).toList();
        var coverage = areas.stream().map(Shape::geometry).toArray(Geometry[]::new);
        var simple = CoverageSimplifier.simplify(coverage, tolerance);
        var result = new ArrayList<Shape>(shapes.size());
        shapes.stream()
                .filter(shape -> !isArea(shape))
                .map(shape -> new Shape(shape.feature(), shape.geometry().copy()))
                .forEach(result::add);
        for (int i = 0; i < simple.length; i++) {
            var shape = areas.get(i);
            result.add(new Shape(
                    shape.feature(), simple[i].isEmpty() ? shape.geometry().copy() : simple[i]));
        }
        return result;
    }

    private static boolean isArea(Shape shape) {
        return shape.geometry() instanceof Polygonal;
    }
}
