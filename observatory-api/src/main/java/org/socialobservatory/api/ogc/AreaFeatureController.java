package org.socialobservatory.api.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.socialobservatory.api.http.Links;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.http.RequestLanguage;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /areas/{code}} as GeoJSON: the feature of the area in the collection of its level. */
@Controller
class AreaFeatureController {

    @GetMapping(value = "/areas/{code}", params = "f=geojson")
    void asked(
            @PathVariable String code,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        write(code, parameters, snapshot, request, response);
    }

    @GetMapping(value = "/areas/{code}", params = "!f", produces = OgcDocuments.GEO_JSON)
    void accepted(
            @PathVariable String code,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        write(code, parameters, snapshot, request, response);
    }

    private static void write(
            String code,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var areas = snapshot.territory().areas();
        var feature = Layer.of(snapshot).values().stream()
                .filter(Layer.Areas.class::isInstance)
                .flatMap(layer -> layer.features().stream().map(found -> new Found(layer, found)))
                .filter(found -> found.feature().id().equals(code))
                .findFirst()
                .orElseThrow(() -> NotFound.unknown(
                        ProblemRule.UNKNOWN_AREA,
                        code,
                        areas.stream().map(Area::code).toList()));
        var root = Links.base(request) + "/ogc";
        var document = new OgcDocuments(snapshot, RequestLanguage.of(request), root)
                .feature(feature.feature(), ItemsQuestion.ofOne(parameters, snapshot, feature.layer()));
        var item = root + "/collections/" + feature.layer().id() + "/items/" + code;
        document.put("links", List.of(OgcDocuments.link(item, "canonical", OgcDocuments.GEO_JSON, code)));
        response.setContentType(OgcDocuments.GEO_JSON);
        JsonTree.write(document, response.getOutputStream());
    }

    private record Found(Layer layer, Layer.Feature feature) {}
}
