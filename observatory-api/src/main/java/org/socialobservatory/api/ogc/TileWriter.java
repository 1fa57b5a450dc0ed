package org.socialobservatory.api.ogc;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.JtsAdapter;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerProps;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.socialobservatory.api.ogc.TileGrid.Tile;

/**
 * Writes shapes into a vector tile (Mapbox Vector Tile 2.1). Areas that lie wholly within it are written as they are, on
 * the grid of the tile; what reaches over its edge is cut by the library.
 */
final class TileWriter {

    private static final int EXTENT = MvtLayerParams.DEFAULT.getExtent();
    /** Units of a tile by which shapes reach over its edge, so that lines along it are not seen. */
    private static final int BUFFER = 64;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Commands of 2.1 §4.3.3 with their counts: one point to move to, the ring closed. */
    private static final int MOVE_TO_ONE = (1 << 3) | 1;

    private static final int LINE_TO = 2;
    private static final int CLOSE = (1 << 3) | 7;

    private final Envelope box;
    private final Envelope clip;
    private final double unitsPerMetre;
    private final VectorTile.Tile.Layer.Builder layer;
    private final MvtLayerProps tags = new MvtLayerProps();

    /** Corners of the ring that is being written, on the grid of the tile. */
    private int[] xs = new int[64];

    private int[] ys = new int[64];
    /** Where the last command ended. */
    private int penX;

    private int penY;

    /** What a feature says of itself. */
    interface Telling {
        void of(Layer.Feature feature, VectorTile.Tile.Feature.Builder said, MvtLayerProps all);
    }

    TileWriter(String name, Tile tile) {
        box = tile.box();
        clip = new Envelope(box);
        clip.expandBy(box.getWidth() * BUFFER / EXTENT);
        unitsPerMetre = EXTENT / box.getWidth();
        layer = MvtUtil.newLayerBuilder(name, MvtLayerParams.DEFAULT);
    }

    /** The part of the world that the tile shows, with its edge. */
    Envelope shown() {
        return clip;
    }

    void add(TilePyramid.Shape shape, Telling telling) {
        var geometry = shape.geometry();
        if (geometry instanceof Polygonal && clip.contains(geometry.getEnvelopeInternal())) {
            var feature = VectorTile.Tile.Feature.newBuilder();
            if (areas(geometry, feature)) {
                feature.setType(VectorTile.Tile.GeomType.POLYGON);
                telling.of(shape.feature(), feature, tags);
                layer.addFeatures(feature);
            }
            return;
        }
        var drawn = JtsAdapter.createTileGeom(geometry, box, clip, FACTORY, MvtLayerParams.DEFAULT, _ -> true);
        JtsAdapter.addFeatures(layer, drawn, tags, (data, all, said) -> telling.of(shape.feature(), said, all));
    }

    /** Whether anything of it is large enough to be seen. */
    private boolean areas(Geometry geometry, VectorTile.Tile.Feature.Builder feature) {
        penX = 0;
        penY = 0;
        boolean seen = false;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            var polygon = (Polygon) geometry.getGeometryN(i);
            if (ring(polygon.getExteriorRing(), true, feature)) {
                seen = true;
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(polygon.getInteriorRingN(hole), false, feature);
                }
            }
        }
        return seen;
    }

    /** Outer rings run with the clock on the screen, holes against it (2.1 §4.3.4.4). */
    private boolean ring(LinearRing ring, boolean outer, VectorTile.Tile.Feature.Builder feature) {
        int corners = corners(ring);
        long twiceArea = 0;
        for (int i = 0; i < corners; i++) {
            int next = i + 1 == corners ? 0 : i + 1;
            twiceArea += (long) xs[i] * ys[next] - (long) xs[next] * ys[i];
        }
        if (corners < 3 || twiceArea == 0) {
            return false;
        }
        boolean forward = (twiceArea > 0) == outer;
        for (int i = 0; i < corners; i++) {
            int corner = forward || i == 0 ? i : corners - i;
            if (i < 2) {
                feature.addGeometry(i == 0 ? MOVE_TO_ONE : ((corners - 1) << 3) | LINE_TO);
            }
            feature.addGeometry(zigzag(xs[corner] - penX));
            feature.addGeometry(zigzag(ys[corner] - penY));
            penX = xs[corner];
            penY = ys[corner];
        }
        feature.addGeometry(CLOSE);
        return true;
    }

    /** The corners on the grid, neighbours that fall together taken once; returns how many there are. */
    private int corners(LinearRing ring) {
        var positions = ring.getCoordinateSequence();
        if (xs.length < positions.size()) {
            xs = new int[positions.size()];
            ys = new int[positions.size()];
        }
        int corners = 0;
        for (int i = 0; i + 1 < positions.size(); i++) {
            int x = (int) Math.round((positions.getX(i) - box.getMinX()) * unitsPerMetre);
            int y = (int) Math.round((box.getMaxY() - positions.getY(i)) * unitsPerMetre);
            if (corners == 0 || x != xs[corners - 1] || y != ys[corners - 1]) {
                xs[corners] = x;
                ys[corners++] = y;
            }
        }
        while (corners > 1 && xs[0] == xs[corners - 1] && ys[0] == ys[corners - 1]) {
            corners--;
        }
        return corners;
    }

    private static int zigzag(int number) {
        return (number << 1) ^ (number >> 31);
    }

    /** The tile; empty where there is nothing in it. */
    byte[] bytes() {
        if (layer.getFeaturesCount() == 0) {
            return new byte[0];
        }
        MvtUtil.writeProps(layer, tags);
        return VectorTile.Tile.newBuilder().addLayers(layer).build().toByteArray();
    }
}
