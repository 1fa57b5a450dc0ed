package org.socialobservatory.api.page.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.problem.ProblemDocument;

/**
 * A question in SPARQL, to be changed and asked.
 *
 * @param ready code of the ready question that it is
 * @param answer null where it was not asked, or is refused
 * @param refusal why there is no answer
 */
public record QueryPage(
        String query,
        @Nullable String ready,
        List<Question> questions,
        @Nullable Answer answer,
        @Nullable ProblemDocument refusal,
        Provenance provenance)
        implements Page {

    /**
     * A ready question.
     *
     * @param title what it asks, in the reader's language
     */
    public record Question(String code, String title, String query) {}

    /**
     * The beginning of an answer; one of table, truth and graph is there.
     *
     * @param count rows shown, as it is written
     * @param truncated whether there are further rows
     * @param graph in Turtle
     */
    public record Answer(
            List<String> columns,
            @Nullable List<List<@Nullable Term>> rows,
            @Nullable String count,
            boolean truncated,
            @Nullable Boolean truth,
            @Nullable String graph) {}

    /**
     * A term of a row.
     *
     * @param own path of a thing of ours
     * @param elsewhere address of another
     */
    public record Term(
            String text,
            @Nullable String language,
            @Nullable String own,
            @Nullable String elsewhere) {}
}
