package org.socialobservatory.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.socialobservatory.api.Visitor;

/** Figures on vector tiles. */
record TileDoors(Visitor visitor, String base, String dataset) {

    /** The tile on which all quarters lie; only they have an outline, if any. */
    private static final String TILE = "/ogc/collections/areas-quartier/tiles/WebMercatorQuad/8/102/123";

    private static final GeometryFactory FACTORY = new GeometryFactory();

    void hold(String edition, Told told) {
        told.columns().forEach((column, keys) -> {
            var quarters = new TreeMap<>(keys);
            quarters.keySet().removeIf(area -> !InventedSurvey.level(area).equals("quartier"));
            if (!quarters.isEmpty()) {
                tile(
                        base + TILE + "?dataset=" + dataset + "&indicator=" + column.indicator() + column.parameters()
                                + "&edition=" + edition,
                        quarters,
                        told);
            }
        });
    }

    /** A shape of a withheld figure has the name of its area and nothing else. */
    private void tile(String path, Map<String, String> keys, Told told) {
        var drawn = new TreeSet<String>();
        for (var shape : shapes(path)) {
            var tags = new TreeMap<String, String>();
            ((Map<?, ?>) Objects.requireNonNull(shape.getUserData()))
                    .forEach((name, value) -> tags.put(String.valueOf(name), String.valueOf(value)));
            var area = tags.remove("code");
            drawn.add(area);
            var key = keys.get(area);
            if (key == null || told.isWithheld(key)) {
                assertThat(tags).as(path + area).isEmpty();
            } else {
                told.holds(path, key, "value", tags.get("value"));
                told.holds(path, key, "reliability", tags.get("reliability"));
            }
        }
        // Quarters without outlines are on no tile.
        if (!drawn.isEmpty()) {
            assertThat(drawn).as(path).containsAll(keys.keySet());
        }
    }

    private Iterable<Geometry> shapes(String path) {
        var bytes = visitor.bytes(path);
        try {
            return bytes.length == 0
                    ? List.of()
                    : MvtReader.loadMvt(new ByteArrayInputStream(bytes), FACTORY, new TagKeyValueMapConverter())
                            .getLayers()
                            .iterator()
                            .next()
                            .getGeometries();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
