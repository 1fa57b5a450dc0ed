package org.socialobservatory.api.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
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
public final class TilePyramid {

    /** Zooms that share their shapes. */
    private static final int ZOOMS = 2;
    /** In dots of a tile: less than an eye sees. */
    private static final double TOLERANCE = 0.6;

    private static final int FINEST = TileGrid.DEEPEST / ZOOMS;

    private static final PerSnapshot<Map<String, TilePyramid>> PYRAMIDS =
            new PerSnapshot<>(_ -> new ConcurrentHashMap<>());

    /** A shape in metres of the projection. */
    record Shape(Layer.Feature feature, Geometry geometry) {}

    /** The shapes of some zooms, and where they are. */
    private record Band(List<Shape> shapes, STRtree tree) {
        static Band of(List<Shape> shapes) {
            var tree = new STRtree();
            for (var shape : shapes) {
                // What a tile cuts out of a shape is still of the same feature.
                shape.geometry().setUserData(shape.feature());
                tree.insert(shape.geometry().getEnvelopeInternal(), shape);
            }
            tree.build();
            return new Band(shapes, tree);
        }
    }

    /** As they are published, until the finest zooms are made of them. */
    private List<Shape> shapes;

    private final AtomicReferenceArray<@Nullable Band> bands = new AtomicReferenceArray<>(FINEST + 1);

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

    /** Makes the shapes of all zooms, so that no reader waits for them; who asks before waits for what he needs. */
    public static void prepare(Snapshot snapshot) {
        Layer.of(snapshot).values().forEach(layer -> of(snapshot, layer).band(0));
    }

    /** Those that reach into a box. */
    List<Shape> within(Envelope box, int zoom) {
        var found = new ArrayList<Shape>();
        band(zoom / ZOOMS).tree().query(box, item -> found.add((Shape) item));
        return found;
    }

    private Band band(int number) {
        var band = bands.get(number);
        return band == null ? made(number) : band;
    }

    /** Each is made of the finer one, which has a quarter of its tolerance: together they differ by a third more. */
    private synchronized Band made(int number) {
        var band = bands.get(number);
        if (band == null) {
            var finer = number == FINEST ? shapes : band(number + 1).shapes();
            band = Band.of(simplified(finer, TOLERANCE * TileGrid.dot(number * ZOOMS + ZOOMS - 1)));
            bands.set(number, band);
            shapes = List.of();
        }
        return band;
    }

    private static List<Shape> simplified(List<Shape> finer, double tolerance) {
        var areas = finer.stream().filter(TilePyramid::isArea).toList();
        var simple =
                CoverageSimplifier.simplify(areas.stream().map(Shape::geometry).toArray(Geometry[]::new), tolerance);
        var result = new ArrayList<Shape>(finer.size());
        finer.stream().filter(shape -> !isArea(shape)).forEach(result::add);
        for (int i = 0; i < simple.length; i++) {
            result.add(
                    simple[i].isEmpty() ? areas.get(i) : new Shape(areas.get(i).feature(), simple[i]));
        }
        return List.copyOf(result);
    }

    private static boolean isArea(Shape shape) {
        return shape.geometry() instanceof Polygonal;
    }
}
