package org.socialobservatory.api.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.choropleth.Choropleth;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.http.RequestLanguage;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.indicator.Indicator;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /ogc/collections/{id}/styles} and {@code /styles/{indicator}}: the map of an indicator, for other map libraries. */
@Controller
@RequestMapping("/ogc/collections/{collection}/styles")
class StyleController {

    static final String TYPE = "application/vnd.mapbox.style+json";

    private static final Map<String, MediaType> FORMS =
            OgcController.forms("json", TYPE, "plain", OgcDocuments.JSON, "html", OgcDocuments.HTML);

    @GetMapping
    @Nullable
    ModelAndView styles(
            @PathVariable String collection,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var layer = OgcController.layer(snapshot, collection);
        var form = OgcController.form(parameters);
        var styles = new Styles(OgcController.documents(snapshot, request), RequestLanguage.of(request));
        return OgcController.answered(styles.all(layer, snapshot), styles.title(layer), form, response);
    }

    @GetMapping("/{indicator}")
    @Nullable
    ModelAndView style(
            @PathVariable String collection,
            @PathVariable String indicator,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var layer = OgcController.layer(snapshot, collection);
        var named =
                snapshot.catalogue().indicators().stream().map(Indicator::code).toList();
        if (!(layer instanceof Layer.Areas areas) || !named.contains(indicator)) {
            throw NotFound.unknown(ProblemRule.UNKNOWN_INDICATOR, indicator, named);
        }
        var own = "indicator=" + URLEncoder.encode(indicator, StandardCharsets.UTF_8);
        var map = Choropleth.of(Styles.question(areas, own, request.getQueryString(), snapshot), snapshot);
        var query = Styles.query(own, request.getQueryString());
        var form = parameters.format(FORMS);
        var styles = new Styles(OgcController.documents(snapshot, request), RequestLanguage.of(request));
        return OgcController.answered(styles.style(layer, map, query), styles.title(map), form, TYPE, response);
    }
}
