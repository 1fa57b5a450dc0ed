package org.socialobservatory.api.page.query;

import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.query.QueryPage.Question;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /query}; {@code ?query=} brings a question along, {@code ?ready=} names a ready one. */
@Controller
class QueryController {

    private final ReadyQuestions ready;

    QueryController(ReadyQuestions ready) {
        this.ready = ready;
    }

    @GetMapping("/query")
    QueryPage query(
            Visit visit,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(name = "ready", required = false) @Nullable String code) {
        var questions = ready.in(visit.wording().language());
        var provenance = visit.provenance(visit.snapshot().datasets().values());
        if (query != null && !query.isBlank()) {
            return new QueryPage(query, null, questions, provenance);
        }
        var chosen = code == null || code.isEmpty()
                ? questions.getFirst()
                : questions.stream()
                        .filter(question -> question.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> BadParameter.unknown(
                                ProblemRule.MALFORMED_VALUE,
                                "ready",
                                code,
                                questions.stream().map(Question::code).toList()));
        return new QueryPage(chosen.query(), chosen.code(), questions, provenance);
    }
}
