package org.socialobservatory.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Language;

/**
 * A problem as the reader gets it (RFC 9457 §3.1), members without content left out.
 *
 * @param type names the rule; the same in all installations
 * @param id under which an unexpected problem stands in the log
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String rule,
        @Nullable String parameter,
        @Nullable String value,
        List<String> allowed,
        @Nullable String id) {

    private static final String TYPES = "https://w3id.org/social-observatory/problem/";

    public static ProblemDocument of(ApiProblem problem, Language language, @Nullable String id) {
        var rule = problem.rule();
        return new ProblemDocument(
                TYPES + rule.code(),
                rule.title(language),
                problem.status(),
                rule.detail(language, problem.parameter(), problem.value()),
                rule.code(),
                problem.parameter(),
                problem.value(),
                problem.allowed(),
                id);
    }
}
