package org.socialobservatory.ontology.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Term;

/**
 * A group of questions, or a repeat that is filled in once for each person, say.
 *
 * @param path names from the outermost, its own at the end
 * @param relevance when it is asked (XPath as in the form); null for always
 * @param count how often it is repeated, as in the form; null where the interviewer decides
 */
@Term("obs:Section")
public record Section(
        String name,
        List<String> path,
        boolean repeated,
        Wordings labels,
        @Nullable String relevance,
        @Nullable String count) {
    public Section {
        path = List.copyOf(path);
    }
}
