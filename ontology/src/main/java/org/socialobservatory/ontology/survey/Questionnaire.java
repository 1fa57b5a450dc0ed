package org.socialobservatory.ontology.survey;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Term;

/**
 * A form that was filled in: one version of a lasting instrument.
 *
 * @param code of the instrument, the same in all its versions
 * @param version null where the form does not say
 * @param languages tags of the languages that it is asked in, in its order
 * @param sections groups and repeats, in order
 * @param questions in order, notes included
 * @param lists used or not, in order
 * @param variables of its answers, in order
 */
@Term("disco:Questionnaire")
public record Questionnaire(
        String code,
        @Nullable String version,
        Wordings titles,
        List<String> languages,
        List<Section> sections,
        List<Question> questions,
        List<ChoiceList> lists,
        List<Variable> variables) {

    public Questionnaire {
        languages = List.copyOf(languages);
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
        lists = List.copyOf(lists);
        variables = List.copyOf(variables);
    }

    public Optional<ChoiceList> list(String name) {
        return lists.stream().filter(list -> list.name().equals(name)).findFirst();
    }

    /** The question of a full name. */
    public Optional<Question> question(String fullName) {
        return questions.stream()
                .filter(question -> question.fullName().equals(fullName))
                .findFirst();
    }

    /** The variables of the form itself, or of the turns of one of its repeats. */
    public List<Variable> variables(@Nullable String repeat) {
        return variables.stream()
                .filter(variable -> java.util.Objects.equals(variable.repeat(), repeat))
                .toList();
    }

    /** What may be compared of each question that somebody is asked. */
    public Fingerprint fingerprint(Question question) {
        return Fingerprint.of(question, question.list() == null ? Optional.empty() : list(question.list()));
    }
}
