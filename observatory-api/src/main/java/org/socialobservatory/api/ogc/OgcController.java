package org.socialobservatory.api.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Links;
import org.socialobservatory.api.http.PagingRuns;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.http.RequestLanguage;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /ogc}: landing page, conformance, collections and their features. */
@Controller
@RequestMapping("/ogc")
class OgcController {

    private static final int USUAL_LIMIT = 10;
    private static final int LARGEST_LIMIT = 10_000;

    private static final Map<String, MediaType> DOCUMENT = forms("json", OgcDocuments.JSON, "html", OgcDocuments.HTML);
    /** Who accepts plain JSON gets GeoJSON too, which is JSON. */
    private static final Map<String, MediaType> FEATURES =
            forms("json", OgcDocuments.GEO_JSON, "geojson", OgcDocuments.JSON, "html", OgcDocuments.HTML);

    private final PagingRuns runs;

    OgcController(PagingRuns runs) {
        this.runs = runs;
    }

    static Map<String, MediaType> forms(String... namesAndTypes) {
        var forms = new LinkedHashMap<String, MediaType>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            forms.put(namesAndTypes[i], MediaType.parseMediaType(namesAndTypes[i + 1]));
        }
        return Collections.unmodifiableMap(forms);
    }

    @GetMapping
    @Nullable
    ModelAndView landing(
            Parameters parameters, Snapshot snapshot, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var documents = documents(snapshot, request);
        return answered(documents.landing(), documents.said(OgcDocuments.TITLE), form(parameters), response);
    }

    @GetMapping("/conformance")
    @Nullable
    ModelAndView conformance(
            Parameters parameters, Snapshot snapshot, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var documents = documents(snapshot, request);
        return answered(
                documents.conformance(), documents.said(OgcDocuments.CONFORMANCE_TITLE), form(parameters), response);
    }

    @GetMapping("/collections")
    @Nullable
    ModelAndView collections(
            Parameters parameters, Snapshot snapshot, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var documents = documents(snapshot, request);
        return answered(
                documents.collections(), documents.said(OgcDocuments.COLLECTIONS_TITLE), form(parameters), response);
    }

    @GetMapping("/collections/{collection}")
    @Nullable
    ModelAndView collection(
            @PathVariable String collection,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var layer = layer(snapshot, collection);
        var documents = documents(snapshot, request);
        return answered(documents.collection(layer), documents.title(layer), form(parameters), response);
    }

    @GetMapping("/collections/{collection}/items")
    @Nullable
    ModelAndView items(
            @PathVariable String collection,
            Parameters parameters,
            Snapshot current,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var resumed = runs.resume(parameters, current);
        var snapshot = resumed == null ? current : resumed.snapshot();
        var layer = layer(snapshot, collection);
        var question = ItemsQuestion.ofAll(parameters, snapshot, layer);
        var form = parameters.format(FEATURES);
        int limit = parameters.limit(USUAL_LIMIT, LARGEST_LIMIT);
        var matched = question.answer(snapshot, layer);
        int from = from(resumed, parameters, matched.size());
        int to = Math.min(matched.size(), from + limit);
        var documents = documents(snapshot, request);
        var links = links(request, documents.title(layer));
        var pages = new LinkedHashMap<String, Integer>();
        if (to < matched.size()) {
            pages.put("next", to);
        }
        if (from > 0) {
            pages.put("prev", Math.max(0, from - limit));
        }
        pages.forEach((rel, position) -> {
            var cursor = runs.cursor(snapshot, Integer.toString(position));
            var page = Links.with(request, Map.of("cursor", cursor, "offset", ""));
            links.add(OgcDocuments.link(page, rel, OgcDocuments.GEO_JSON, documents.title(layer)));
            response.addHeader(HttpHeaders.LINK, "<" + page + ">; rel=\"" + rel + "\"");
        });
        links.add(OgcDocuments.link(
                root(request) + "/collections/" + layer.id(), "collection", OgcDocuments.JSON, documents.title(layer)));
        var page = matched.subList(from, to);
        Iterable<Map<String, @Nullable Object>> features = () -> page.stream()
                .map(feature -> documents.feature(feature, question))
                .iterator();
        var document = OgcDocuments.members(
                "type",
                "FeatureCollection",
                "links",
                links,
                "timeStamp",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "numberMatched",
                matched.size(),
                "numberReturned",
                page.size(),
                "features",
                features);
        response.setHeader("Content-Crs", "<" + question.crs().uri() + ">");
        return answered(document, documents.title(layer), form, response);
    }

    @GetMapping("/collections/{collection}/items/{feature}")
    @Nullable
    ModelAndView item(
            @PathVariable String collection,
            @PathVariable String feature,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var layer = layer(snapshot, collection);
        var question = ItemsQuestion.ofOne(parameters, snapshot, layer);
        var form = parameters.format(FEATURES);
        var found = layer.features().stream()
                .filter(candidate -> candidate.id().equals(feature))
                .findFirst()
                .orElseThrow(() -> NotFound.unknown(
                        ProblemRule.UNKNOWN_FEATURE,
                        feature,
                        layer.features().stream().map(Layer.Feature::id).toList()));
        var documents = documents(snapshot, request);
        var title = found.names().orCode(RequestLanguage.of(request), found.id());
        var document = documents.feature(found, question);
        var links = links(request, title);
        links.add(OgcDocuments.link(
                root(request) + "/collections/" + layer.id(), "collection", OgcDocuments.JSON, documents.title(layer)));
        document.put("links", links);
        response.setHeader("Content-Crs", "<" + question.crs().uri() + ">");
        return answered(document, title, form, response);
    }

    private static int from(PagingRuns.@Nullable Resumed resumed, Parameters parameters, int matched) {
        int from = parameters.whole("offset").orElse(0);
        if (resumed != null) {
            if (!resumed.position().matches("[0-9]{1,9}")) {
                throw PagingRuns.malformed(parameters.required("cursor"));
            }
            from = Integer.parseInt(resumed.position());
        }
        if (from > 0 && from >= matched) {
            throw new BadParameter(
                    ProblemRule.PAGE_PAST_END,
                    resumed == null ? "offset" : "cursor",
                    Integer.toString(from),
                    List.of("0…" + Math.max(0, matched - 1)));
        }
        return from;
    }

    static Layer layer(Snapshot snapshot, String id) {
        var layers = Layer.of(snapshot);
        var layer = layers.get(id);
        if (layer == null) {
            throw NotFound.unknown(ProblemRule.UNKNOWN_COLLECTION, id, layers.keySet());
        }
        return layer;
    }

    private static String root(HttpServletRequest request) {
        return Links.base(request) + "/ogc";
    }

    static OgcDocuments documents(Snapshot snapshot, HttpServletRequest request) {
        return new OgcDocuments(snapshot, RequestLanguage.of(request), root(request));
    }

    private static List<Object> links(HttpServletRequest request, String title) {
        var links = new ArrayList<Object>();
        links.add(OgcDocuments.link(Links.with(request, Map.of("f", "json")), "self", OgcDocuments.GEO_JSON, title));
        links.add(OgcDocuments.link(Links.with(request, Map.of("f", "html")), "alternate", OgcDocuments.HTML, title));
        return links;
    }

    static String form(Parameters parameters) {
        return parameters.only(List.of()).format(DOCUMENT);
    }

    static @Nullable ModelAndView answered(
            Map<String, @Nullable Object> document, String title, String form, HttpServletResponse response)
            throws IOException {
        boolean features = document.containsKey("features") || document.containsKey("geometry");
        return answered(document, title, form, features ? OgcDocuments.GEO_JSON : OgcDocuments.JSON, response);
    }

    static @Nullable ModelAndView answered(
            Map<String, @Nullable Object> document,
            String title,
            String form,
            String type,
            HttpServletResponse response)
            throws IOException {
        if (form.equals("html")) {
            return new ModelAndView("ogc", Map.of("title", title, "nodes", Node.of(document)));
        }
        response.setContentType(type);
        JsonTree.write(document, response.getOutputStream());
        return null;
    }
}
