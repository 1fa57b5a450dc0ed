package org.socialobservatory.api.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ApiProblem.Withdrawn;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.rdf.Concise;
import org.socialobservatory.api.snapshot.rdf.RdfForm;
import org.socialobservatory.api.snapshot.rdf.RdfView;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code /id/{kind}/{code}}: 303 to the page of a thing or to its description, for the thing itself is on no wire.
 * {@code ?f=} names the description itself.
 */
@Controller
class IdentityController {

    private static final String ID = "/id/";

    @GetMapping("/id/**")
    void identify(Snapshot snapshot, Parameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        parameters.only(List.of());
        var raw = request.getRequestURI().substring(request.getContextPath().length() + ID.length());
        var path = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        var thing = find(snapshot, path);
        var named = Forms.named(parameters);
        if (named.isPresent() && named.get().isPresent()) {
            var graph = RdfView.of(snapshot).dataset().getDefaultGraph();
            Forms.write(named.get().get(), Concise.description(graph, thing), response);
            return;
        }
        var form = named.isPresent() ? named.get() : Forms.accepted(request);
        var page = Pages.of(path);
        var location = form.isEmpty() && page.isPresent()
                ? page.get()
                : ID + raw + "?f=" + form.orElse(RdfForm.TURTLE).code();
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + location);
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
        if (path.length == 3 && path[0].equals("edition")) {
            snapshot.editions(path[1]).stream()
                    .filter(edition -> edition.isWithdrawn()
                            && Integer.toString(edition.number()).equals(path[2]))
                    .findFirst()
                    .ifPresent(edition -> {
                        throw new Withdrawn(Objects.requireNonNullElse(edition.withdrawn(), ""));
                    });
        }
        if (path.length == 2
                && path[0].equals("dataset")
                && snapshot.dataset(path[1]).isEmpty()) {
            snapshot.editions(path[1]).stream().reduce((_, later) -> later).ifPresent(edition -> {
                throw new Withdrawn(Objects.requireNonNullElse(edition.withdrawn(), ""));
            });
        }
    }
}
