package org.socialobservatory.api.snapshot.survey;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Questionnaire;

/**
 * A questionnaire as one or more editions of a dataset asked with it.
 *
 * @param resource the first of the package whose answers were given to it
 * @param resources all of them: households and their persons, say
 * @param version number of the first edition that asked with just this one; another wording is another version
 * @param edition the newest edition that stands and asked with it
 * @param notKept full names of the questions of which no answer is kept as it was given
 * @param codes of its questions, by full name
 * @param questionVersions number of the first edition that asked just so, by full name
 * @param listVersions the same of the lists of choices, by name
 */
public record Instrument(
        String dataset,
        String resource,
        Set<String> resources,
        int version,
        int edition,
        Questionnaire questionnaire,
        Set<String> notKept,
        Map<String, String> codes,
        Map<String, Integer> questionVersions,
        Map<String, Integer> listVersions) {

    /** {@code dataset/resource/version}, by which an address names it. */
    public String id() {
        return dataset + "/" + resource + "/" + version;
    }

    public String code(Question question) {
        return Objects.requireNonNull(codes.get(question.fullName()));
    }

    public int versionOf(Question question) {
        return questionVersions.getOrDefault(question.fullName(), version);
    }

    public int versionOf(String list) {
        return listVersions.getOrDefault(list, version);
    }

    /** Whether somebody is asked it, in words. */
    public static boolean isWorded(Question question) {
        return question.type().asked() && !question.wordings().isEmpty();
    }
}
