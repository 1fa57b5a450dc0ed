package org.socialobservatory.api.ogc;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerProps;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.choropleth.Choropleth;
import org.socialobservatory.api.choropleth.Choropleth.Shade;
import org.socialobservatory.api.choropleth.MapQuestion;
import org.socialobservatory.api.classification.Classes;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.ogc.TileGrid.Tile;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.Snapshot;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /ogc/collections/{id}/tiles/WebMercatorQuad/{z}/{y}/{x}}: vector tiles. With an {@code indicator} they say its
 * figures, in the classes of the map of the whole collection.
 */
@RestController
class TileController {

    static final MediaType MVT = MediaType.valueOf("application/vnd.mapbox-vector-tile");
    private static final Map<String, MediaType> FORMS = Map.of("mvt", MVT);

    /** The figures of the last maps by their query: many tiles of one map are asked for at once. */
    private static final PerSnapshot<LatestMaps> FIGURES = new PerSnapshot<>(_ -> new LatestMaps());

    private static final PerSnapshot<LatestTiles> TILES = new PerSnapshot<>(_ -> new LatestTiles());

    @GetMapping("/ogc/collections/{collection}/tiles/WebMercatorQuad/{z}/{y}/{x}")
    ResponseEntity<byte[]> tile(
            @PathVariable String collection,
            @PathVariable String z,
            @PathVariable String y,
            @PathVariable String x,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request) {
        var layer = Layer.of(snapshot).get(collection);
        if (layer == null) {
            throw NotFound.unknown(
                    ProblemRule.UNKNOWN_COLLECTION,
                    collection,
                    Layer.of(snapshot).keySet());
        }
        var tile = tile(z, y, x, request);
        parameters.format(FORMS);
        var figures = figures(layer, parameters, snapshot, request.getQueryString());
        var bytes = TILES.of(snapshot)
                .get(layer.id() + tile + request.getQueryString(), () -> encoded(layer, tile, figures, snapshot));
        return bytes.length == 0
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok().contentType(MVT).body(bytes);
    }

    private static Tile tile(String z, String y, String x, HttpServletRequest request) {
        if (List.of(z, y, x).stream().allMatch(number -> number.matches("[0-9]{1,5}"))) {
            var tile = new Tile(Integer.parseInt(z), Integer.parseInt(y), Integer.parseInt(x));
            if (tile.exists()) {
                return tile;
            }
        }
        throw new NotFound(ProblemRule.NO_SUCH_PAGE, request.getRequestURI(), List.of("0…" + TileGrid.DEEPEST));
    }

    /** By code; null where no indicator is asked for. */
    private static @Nullable Map<String, Shade> figures(
            Layer layer, Parameters parameters, Snapshot snapshot, @Nullable String query) {
        if (!(layer instanceof Layer.Areas areas) || !parameters.has("indicator")) {
            // Without an indicator nothing else has a meaning.
            parameters.only(List.of());
            return null;
        }
        return FIGURES.of(snapshot).get(layer.id() + "?" + query, () -> {
            var whole = Parameters.ofQuery(query + "&level=" + areas.level());
            var map = Choropleth.of(MapQuestion.read(whole, snapshot, MapQuestion.NAMES), snapshot);
            return map.areas().stream()
                    .collect(Collectors.toMap(shade -> shade.area().code(), Function.identity()));
        });
    }

    private static byte[] encoded(Layer layer, Tile tile, @Nullable Map<String, Shade> figures, Snapshot snapshot) {
        var writer = new TileWriter(layer.id(), tile);
        for (var shape : TilePyramid.of(snapshot, layer).within(writer.shown(), tile.z())) {
            writer.add(shape, (feature, said, all) -> say(said, all, feature, figures));
        }
        return writer.bytes();
    }

    private static void say(
            VectorTile.Tile.Feature.Builder said,
            MvtLayerProps all,
            Layer.Feature feature,
            @Nullable Map<String, Shade> figures) {
        tag(said, all, "code", feature.id());
        if (!(feature instanceof Layer.AreaFeature)) {
            feature.names().texts().forEach((language, name) -> tag(said, all, "name_" + language.tag(), name));
        }
        var shade = figures == null ? null : figures.get(feature.id());
        if (shade != null) {
            tag(said, all, "value", shade.figure().number().doubleValue());
            tag(said, all, "reliability", shade.figure().reliability().code());
            if (shade.classIndex() != Classes.NONE) {
                tag(said, all, "class", (long) shade.classIndex());
            }
            if (shade.contested()) {
                tag(said, all, "contested", true);
            }
        }
    }

    private static void tag(
            VectorTile.Tile.Feature.Builder feature, MvtLayerProps properties, String name, Object value) {
        feature.addTags(properties.addKey(name));
        feature.addTags(properties.addValue(value));
    }
}
