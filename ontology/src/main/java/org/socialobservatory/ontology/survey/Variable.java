package org.socialobservatory.ontology.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Term;

/**
 * What is known of each respondent under one name: a column of the answers.
 *
 * @param path names of the groups and repeats around it, from the outermost, and its own at the end
 * @param repeat full name of the innermost repeat around it, whose turns are units of their own; null for the form itself
 * @param question name of the question that it answers; null where nobody is asked
 * @param choices name of the list that it takes its values from; null where it is open
 */
@Term("disco:Variable")
public record Variable(
        String name,
        List<String> path,
        @Nullable String repeat,
        Type type,
        @Nullable String question,
        @Nullable String choices) {

    public Variable {
        path = List.copyOf(path);
    }

    /** The names of its path, joined by slashes: its identity in a questionnaire. */
    public String fullName() {
        return String.join("/", path);
    }

    /** How its values are stored. */
    public enum Type {
        WHOLE,
        NUMBER,
        FLAG,
        DAY,
        TEXT,
        /** Several texts of one list. */
        TEXTS,
        /** Whatever its values turn out to be: whole numbers, numbers or text. */
        OPEN
    }
}
