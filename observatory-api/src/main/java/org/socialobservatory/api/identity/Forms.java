package org.socialobservatory.api.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.socialobservatory.api.http.Negotiation;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.rdf.RdfForm;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** In which form a reader wants to know of a thing: as a page, or as one of the forms of RDF. */
final class Forms {

    /** Names the page among the forms. */
    static final String PAGE = "html";

    private Forms() {}

    /** The form that {@code f} names, if it is given; within it none stands for the page. */
    static Optional<Optional<RdfForm>> named(Parameters parameters) {
        var name = parameters.one("f");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var form = RdfForm.of(name.get());
        if (form.isEmpty() && !name.get().equals(PAGE)) {
            throw new BadParameter(
                    ProblemRule.UNKNOWN_FORMAT,
                    "f",
                    name.get(),
                    Arrays.stream(RdfForm.values()).map(RdfForm::code).toList());
        }
        return Optional.of(form);
    }

    /** The form that the reader accepts; none stands for the page, which whoever takes anything gets. */
    static Optional<RdfForm> accepted(HttpServletRequest request) {
        var offered = new LinkedHashMap<MediaType, Optional<RdfForm>>();
        offered.put(MediaType.TEXT_HTML, Optional.empty());
        RdfForm.byMediaType().forEach((type, form) -> offered.put(type, Optional.of(form)));
        return Negotiation.best(request.getHeader(HttpHeaders.ACCEPT), offered)
                .orElseThrow(() -> new Refused(
                        ProblemRule.NOT_ACCEPTABLE,
                        null,
                        offered.keySet().stream().map(MediaType::toString).toList()));
    }

    static void write(RdfForm form, Graph graph, HttpServletResponse response) throws IOException {
        response.setContentType(form.contentType());
        form.write(graph, response.getOutputStream());
    }
}
