package org.socialobservatory.api.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.NamedInPath;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.http.RequestLanguage;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.rdf.Concise;
import org.socialobservatory.api.snapshot.rdf.RdfForm;
import org.socialobservatory.api.snapshot.rdf.RdfView;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /id/{kind}/{code}}: 303 to the page of a thing or to its description, for the thing itself is on no wire.
 * {@code ?f=} names the description itself; as HTML only where the thing has no page.
 */
@Controller
class IdentityController {

    private static final String ID = "/id/";

    @GetMapping("/id/**")
    @Nullable
    ModelAndView identify(
            Snapshot snapshot, Parameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        parameters.only(List.of());
        var raw = request.getRequestURI().substring(request.getContextPath().length() + ID.length());
        var path = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        var thing = find(snapshot, path);
        var graph = RdfView.of(snapshot).dataset().getDefaultGraph();
        var named = Forms.named(parameters);
        var form = named.orElseGet(() -> Forms.accepted(request));
        var page = Pages.of(path);
        if (form.isEmpty() && page.isPresent()) {
            seeOther(page.get(), request, response);
        } else if (named.isEmpty()) {
            seeOther(ID + raw + "?f=" + form.map(RdfForm::code).orElse(Forms.PAGE), request, response);
        } else if (form.isEmpty()) {
            var base = snapshot.iris().base();
            return new ModelAndView(
                    "thing", Map.of("thing", ThingPage.of(graph, thing, ID + raw, base, RequestLanguage.of(request))));
        } else {
            Forms.write(form.get(), Concise.description(graph, thing), response);
        }
        return null;
    }

    private static void seeOther(String path, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + path);
    }

    private static Node find(Snapshot snapshot, String path) {
        refuseWithdrawn(snapshot, path.split("/", -1));
        var view = RdfView.of(snapshot);
        var shared = path.startsWith("indicator/") ? path.substring("indicator/".length()) : "";
        var thing = snapshot.catalogue().isShared(shared)
                ? view.names().indicator(shared)
                : NodeFactory.createURI(snapshot.iris().base() + ID + path);
        if (!view.dataset().getDefaultGraph().contains(thing, Node.ANY, Node.ANY)) {
            throw new NotFound(ProblemRule.UNKNOWN_THING, path, List.of());
        }
        return thing;
    }

    private static void refuseWithdrawn(Snapshot snapshot, String[] path) {
        if (path.length > 1 && !snapshot.editions(path[1]).isEmpty()) {
            switch (path[0]) {
                case "edition" -> NamedInPath.edition(snapshot, path[1], path.length == 3 ? path[2] : "");
                case "dataset", "structure", "observation" -> NamedInPath.dataset(snapshot, path[1]);
                default -> {
                    // Other things belong to no edition.
                }
            }
        }
    }
}
