package org.socialobservatory.ontology.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Term;

/**
 * A question as one questionnaire words it: a version of a lasting concept.
 *
 * @param concept code of what is asked, whatever the words; the same in other waves and towns where a rule or a person
 *     says so, its name until then
 * @param path names of the groups and repeats around it, from the outermost, and its own at the end
 * @param repeat full name of the innermost repeat around it, null for none
 * @param list name of its list of choices, null where it is open
 * @param orOther whether an answer outside the list may be written
 * @param row of the form's sheet, from 1
 */
@Term("disco:Question")
public record Question(
        String name,
        String concept,
        List<String> path,
        @Nullable String repeat,
        AnswerType type,
        @Nullable String list,
        boolean orOther,
        Wordings wordings,
        Wordings hints,
        Logic logic,
        long row) {

    public Question {
        path = List.copyOf(path);
    }

    /** The names of its path, joined by slashes: its identity in a questionnaire. */
    public String fullName() {
        return String.join("/", path);
    }

    /** The same question in another row of the sheet. */
    public Question inRow(long other) {
        return new Question(name, concept, path, repeat, type, list, orOther, wordings, hints, logic, other);
    }

    /**
     * The expressions around a question, as the form writes them (XPath); null where there is none.
     *
     * @param messages what is said where the constraint is broken
     */
    public record Logic(
            @Nullable String relevance,
            @Nullable String constraint,
            Wordings messages,
            @Nullable String required,
            @Nullable String calculation,
            @Nullable String choiceFilter) {
        public static final Logic NONE = new Logic(null, null, Wordings.NONE, null, null, null);
    }
}
