package org.socialobservatory.api.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Links;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.http.RequestLanguage;
import org.socialobservatory.api.ogc.SchemaDocuments.Purpose;
import org.socialobservatory.api.snapshot.Snapshot;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /ogc/collections/{id}/schema}, {@code /queryables} and {@code /sortables}. */
@Controller
@RequestMapping("/ogc/collections/{collection}")
class SchemaController {

    private static final Map<String, MediaType> FORMS =
            OgcController.forms("json", SchemaDocuments.TYPE, "plain", OgcDocuments.JSON, "html", OgcDocuments.HTML);

    @GetMapping("/schema")
    @Nullable
    ModelAndView schema(
            @PathVariable String collection,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return answered(collection, Purpose.SCHEMA, parameters, snapshot, request, response);
    }

    @GetMapping("/queryables")
    @Nullable
    ModelAndView queryables(
            @PathVariable String collection,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return answered(collection, Purpose.QUERYABLES, parameters, snapshot, request, response);
    }

    @GetMapping("/sortables")
    @Nullable
    ModelAndView sortables(
            @PathVariable String collection,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return answered(collection, Purpose.SORTABLES, parameters, snapshot, request, response);
    }

    private static @Nullable ModelAndView answered(
            String collection,
            Purpose purpose,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var layer = OgcController.layer(snapshot, collection);
        var fields = ItemsQuestion.fields(parameters, snapshot, layer, List.of());
        var form = parameters.format(FORMS);
        var documents = new SchemaDocuments(OgcController.documents(snapshot, request), RequestLanguage.of(request));
        var schema = documents.schema(layer, fields, purpose, Links.self(request));
        var title = documents.title(layer, purpose);
        return OgcController.answered(schema, title, form, SchemaDocuments.TYPE, response);
    }
}
