package org.socialobservatory.api.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.snapshot.Snapshot;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /ogc/tileMatrixSets} and {@code /ogc/collections/{id}/tiles}: what tiles there are, and in which grid. */
@Controller
@RequestMapping("/ogc")
class TileSetController {

    @GetMapping("/tileMatrixSets")
    @Nullable
    ModelAndView grids(
            Parameters parameters, Snapshot snapshot, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var documents = OgcController.documents(snapshot, request);
        return OgcController.answered(
                new TileSets(documents).grids(),
                documents.said(TileSets.GRIDS_TITLE),
                OgcController.form(parameters),
                response);
    }

    @GetMapping("/tileMatrixSets/WebMercatorQuad")
    @Nullable
    ModelAndView grid(
            Parameters parameters, Snapshot snapshot, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var documents = OgcController.documents(snapshot, request);
        return OgcController.answered(
                new TileSets(documents).grid(),
                documents.said(TileSets.GRID_TITLE),
                OgcController.form(parameters),
                response);
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
        var sets = new TileSets(OgcController.documents(snapshot, request));
        return OgcController.answered(sets.sets(layer), sets.title(layer), OgcController.form(parameters), response);
    }

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
        var sets = new TileSets(OgcController.documents(snapshot, request));
        return OgcController.answered(sets.set(layer), sets.title(layer), OgcController.form(parameters), response);
    }
}
