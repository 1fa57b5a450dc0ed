package org.socialobservatory.api.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.Snapshot;

/** Where the features of a layer are, so that few of many are looked at. */
final class LayerIndex {

    private static final PerSnapshot<Map<String, LayerIndex>> INDEXES =
            new PerSnapshot<>(_ -> new ConcurrentHashMap<>());

    private final List<? extends Layer.Feature> features;
    private final STRtree tree = new STRtree();
    private final List<Integer> nowhere = new ArrayList<>();

    private LayerIndex(Layer layer) {
        features = layer.features();
        for (int i = 0; i < features.size(); i++) {
            var geometry = features.get(i).geometry();
            if (geometry == null || geometry.isEmpty()) {
                nowhere.add(i);
            } else {
                tree.insert(geometry.getEnvelopeInternal(), i);
            }
        }
        tree.build();
    }

    static LayerIndex of(Snapshot snapshot, Layer layer) {
        return INDEXES.of(snapshot).computeIfAbsent(layer.id(), _ -> new LayerIndex(layer));
    }

    /** The features whose boxes meet one of these, in the order of the layer; with those that are nowhere if wanted. */
    List<Layer.Feature> near(List<Envelope> boxes, boolean withNowhere) {
        var found = new ArrayList<Integer>(withNowhere ? nowhere : List.of());
        for (var box : boxes) {
            if (!box.isNull()) {
                tree.query(box, item -> found.add((Integer) item));
            }
        }
        var positions = found.stream().mapToInt(Integer::intValue).distinct().toArray();
        Arrays.sort(positions);
        var near = new ArrayList<Layer.Feature>(positions.length);
        for (int position : positions) {
            near.add(features.get(position));
        }
        return near;
    }
}
