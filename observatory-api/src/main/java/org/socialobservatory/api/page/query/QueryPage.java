package org.socialobservatory.api.page.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;

/**
 * A question in SPARQL, to be changed and asked.
 *
 * @param ready code of the ready question that it is
 */
public record QueryPage(String query, @Nullable String ready, List<Question> questions, Provenance provenance)
        implements Page {

    /**
     * A ready question.
     *
     * @param title what it asks, in the reader's language
     */
    public record Question(String code, String title, String query) {}
}
