package org.socialobservatory.api.page.query;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.query.QueryPage.Answer;
import org.socialobservatory.api.page.query.QueryPage.Question;
import org.socialobservatory.api.page.query.QueryPage.Term;
import org.socialobservatory.api.problem.ApiProblem;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemDocument;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.sparql.FirstRows;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /query}; {@code ?query=} brings a question along, {@code ?ready=} names a ready one, and with {@code ask=yes},
 * which the form sends where no script does it better, the page answers it.
 */
@Controller
class QueryController {

    /** Rows of a page; a file has all. */
    private static final int MOST_ROWS = 200;
    /** Characters of a graph that are shown. */
    private static final int MOST_CHARACTERS = 50_000;

    private final ReadyQuestions ready;
    private final FirstRows rows;

    QueryController(ReadyQuestions ready, FirstRows rows) {
        this.ready = ready;
        this.rows = rows;
    }

    @GetMapping("/query")
    QueryPage query(
            Visit visit,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(name = "ready", required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String ask) {
        var questions = ready.in(visit.wording().language());
        var own = query != null && !query.isBlank();
        var chosen = own ? null : chosen(questions, code);
        var text = chosen == null ? Objects.requireNonNull(query) : chosen.query();
        var page = new QueryPage(
                text,
                chosen == null ? null : chosen.code(),
                questions,
                null,
                null,
                visit.provenance(visit.snapshot().datasets().values()));
        if (ask == null || ask.isEmpty()) {
            return page;
        }
        if (!ask.equals("yes")) {
            throw new BadParameter(ProblemRule.MALFORMED_VALUE, "ask", ask, List.of("yes"));
        }
        return answered(page, visit, response);
    }

    private static Question chosen(List<Question> questions, @Nullable String code) {
        return code == null || code.isEmpty()
                ? questions.getFirst()
                : questions.stream()
                        .filter(question -> question.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> BadParameter.unknown(
                                ProblemRule.MALFORMED_VALUE,
                                "ready",
                                code,
                                questions.stream().map(Question::code).toList()));
    }

    /** A refusal stands on the page too, so that the question is not lost over it. */
    private QueryPage answered(QueryPage page, Visit visit, HttpServletResponse response) {
        Answer answer = null;
        ProblemDocument refusal = null;
        try {
            answer = answer(visit, rows.of(visit.snapshot(), page.query(), MOST_ROWS));
        } catch (ApiProblem problem) {
            refusal = ProblemDocument.of(problem, visit.wording().language(), null);
            response.setStatus(refusal.status());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.ETAG, null);
        }
        return new QueryPage(page.query(), page.ready(), page.questions(), answer, refusal, page.provenance());
    }

    private static Answer answer(Visit visit, FirstRows.Answer answer) {
        return switch (answer) {
            case FirstRows.Answer.Table table ->
                new Answer(
                        table.columns(),
                        table.rows().stream().map(row -> terms(visit, row)).toList(),
                        visit.wording().whole(table.rows().size()),
                        table.truncated(),
                        null,
                        null);
            case FirstRows.Answer.Truth(boolean yes) -> new Answer(List.of(), null, null, false, yes, null);
            case FirstRows.Answer.Graph(String turtle) ->
                new Answer(
                        List.of(),
                        null,
                        null,
                        turtle.length() > MOST_CHARACTERS,
                        null,
                        turtle.substring(0, Math.min(MOST_CHARACTERS, turtle.length())));
        };
    }

    private static List<@Nullable Term> terms(Visit visit, List<FirstRows.@Nullable Term> row) {
        return row.stream()
                .<@Nullable Term>map(term -> term == null ? null : term(visit, term))
                .toList();
    }

    private static Term term(Visit visit, FirstRows.Term term) {
        var base = visit.snapshot().iris().base() + "/";
        boolean own = term.iri() && term.text().startsWith(base);
        boolean elsewhere = term.iri() && !own && term.text().matches("(?s)https?://.*");
        return new Term(
                own ? term.text().substring(base.length()) : term.text(),
                term.language(),
                own ? term.text().substring(base.length() - 1) : null,
                elsewhere ? term.text() : null);
    }
}
