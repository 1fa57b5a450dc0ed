package org.socialobservatory.api.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.rdf.RdfForm;
import org.socialobservatory.api.snapshot.rdf.RdfView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /catalogue.ttl} and {@code /catalogue.jsonld}: the datasets and their files as DCAT-AP 3. */
@Controller
class CatalogueController {

    /** Where what is said of a dataset leads on to; other links leave the catalogue. */
    private static final Set<String> LEADING = Set.of(
            "http://www.w3.org/ns/dcat#dataset",
            "http://www.w3.org/ns/dcat#service",
            "http://www.w3.org/ns/dcat#distribution",
            "http://www.w3.org/ns/dcat#hasCurrentVersion",
            "http://purl.org/dc/terms/publisher",
            "http://purl.org/dc/terms/license",
            "http://purl.org/dc/terms/source",
            "http://purl.org/dc/terms/spatial",
            "http://purl.org/dc/terms/temporal");

    @GetMapping("/catalogue.ttl")
    void turtle(Snapshot snapshot, Parameters parameters, HttpServletResponse response) throws IOException {
        send(RdfForm.TURTLE, snapshot, parameters, response);
    }

    @GetMapping("/catalogue.jsonld")
    void jsonLd(Snapshot snapshot, Parameters parameters, HttpServletResponse response) throws IOException {
        send(RdfForm.JSON_LD, snapshot, parameters, response);
    }

    private static void send(RdfForm form, Snapshot snapshot, Parameters parameters, HttpServletResponse response)
            throws IOException {
        parameters.only(List.of());
        response.setContentType(form.contentType());
        form.write(catalogue(snapshot), response.getOutputStream());
    }

    private static Graph catalogue(Snapshot snapshot) {
        var view = RdfView.of(snapshot);
        var all = view.dataset().getDefaultGraph();
        var found = GraphMemFactory.createDefaultGraphSameTerm();
        var open = new ArrayDeque<>(List.of(view.names().thing("catalogue", "observatory")));
        var met = new HashSet<Node>(open);
        while (!open.isEmpty()) {
            all.find(open.remove(), Node.ANY, Node.ANY).forEachRemaining(triple -> {
                found.add(triple);
                if (LEADING.contains(triple.getPredicate().getURI()) && met.add(triple.getObject())) {
                    open.add(triple.getObject());
                }
            });
        }
        return found;
    }
}
