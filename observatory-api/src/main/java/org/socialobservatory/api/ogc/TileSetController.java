package org.socialobservatory.api.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.snapshot.Snapshot;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /ogc/tileMatrixSets} and {@code /ogc/collections/{id}/tiles}: what tiles there are, and in which grid. */
@Controller
@RequestMapping("/ogc")
class TileSetController {

    private static final String TILE_JSON = "tilejson";
    private static final Map<String, MediaType> FORMS = OgcController.forms(
            "json", OgcDocuments.JSON, "html", OgcDocuments.HTML, TILE_JSON, TileSets.TILE_JSON_TYPE);

    @GetMapping("/tileMatrixSets")
    @Nullable
    ModelAndView grids(
            Parameters parameters, Snapshot snapshot, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answered(TileSets::grids, TileSets::gridsTitle, parameters, snapshot, request, response);
    }

    @GetMapping("/tileMatrixSets/WebMercatorQuad")
    @Nullable
    ModelAndView grid(
            Parameters parameters, Snapshot snapshot, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answered(TileSets::grid, TileSets::gridTitle, parameters, snapshot, request, response);
    }

    @GetMapping("/collections/{collection}/tiles")
    @Nullable
    ModelAndView sets(
            @PathVariable String collection,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var layer = OgcController.layer(snapshot, collection);
        return answered(sets -> sets.sets(layer), sets -> sets.title(layer), parameters, snapshot, request, response);
    }

    /** As TileJSON it may be of the tiles that tell an indicator. */
    @GetMapping("/collections/{collection}/tiles/WebMercatorQuad")
    @Nullable
    ModelAndView set(
            @PathVariable String collection,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var layer = OgcController.layer(snapshot, collection);
        if (!parameters.format(FORMS).equals(TILE_JSON)) {
            return answered(
                    sets -> sets.set(layer), sets -> sets.title(layer), parameters, snapshot, request, response);
        }
        var query = "";
        if (layer instanceof Layer.Areas areas && parameters.has("indicator")) {
            Styles.question(areas, "", request.getQueryString(), snapshot);
            query = Styles.query("", request.getQueryString());
        } else {
            parameters.only(List.of());
        }
        response.setContentType(TileSets.TILE_JSON_TYPE);
        JsonTree.write(
                TileJson.of(layer, OgcController.documents(snapshot, request), query), response.getOutputStream());
        return null;
    }

    private static @Nullable ModelAndView answered(
            Function<TileSets, Map<String, @Nullable Object>> document,
            Function<TileSets, String> title,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var sets = new TileSets(OgcController.documents(snapshot, request));
        return OgcController.answered(
                document.apply(sets), title.apply(sets), OgcController.form(parameters), response);
    }
}
