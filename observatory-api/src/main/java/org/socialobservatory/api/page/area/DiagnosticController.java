package org.socialobservatory.api.page.area;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.diagnostic.Diagnostic;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code GET /api/areas/{code}/diagnostic}: all that the figures of an area say, for programs. The sentences come in all
 * languages.
 */
@RestController
class DiagnosticController {

    private static final Map<String, MediaType> FORMS = Map.of("json", MediaType.APPLICATION_JSON);
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @GetMapping("/api/areas/{code}/diagnostic")
    void diagnostic(
            Visit visit,
            Parameters parameters,
            HttpServletRequest request,
            @PathVariable String code,
            HttpServletResponse response)
            throws IOException {
        var snapshot = visit.snapshot();
        parameters.only(List.of("against"));
        parameters.format(FORMS);
        var area = snapshot.territory()
                .area(code)
                .orElseThrow(() -> NotFound.unknown(ProblemRule.UNKNOWN_AREA, code, codes(snapshot)));
        var against = against(parameters, snapshot);
        var diagnostic = Diagnostic.of(snapshot, area, against);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), response.getOutputStream())) {
            new DiagnosticJson(visit, json).write(diagnostic);
        }
    }

    private static @Nullable Area against(Parameters parameters, Snapshot snapshot) {
        return parameters
                .one("against")
                .map(other -> snapshot.territory()
                        .area(other)
                        .orElseThrow(() ->
                                BadParameter.unknown(ProblemRule.UNKNOWN_AREA, "against", other, codes(snapshot))))
                .orElse(null);
    }

    private static List<String> codes(Snapshot snapshot) {
        return snapshot.territory().areas().stream().map(Area::code).toList();
    }
}
