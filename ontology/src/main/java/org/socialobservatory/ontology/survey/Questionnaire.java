package org.socialobservatory.ontology.survey;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Codes;
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

    /** All questions by their full name, for whoever looks for many. */
    public Map<String, Question> byFullName() {
        var found = new LinkedHashMap<String, Question>();
        questions.forEach(question -> found.putIfAbsent(question.fullName(), question));
        return found;
    }

    /** The question of a full name. */
    public Optional<Question> question(String fullName) {
        return questions.stream()
                .filter(question -> question.fullName().equals(fullName))
                .findFirst();
    }

    /** The question of a full name, or else the only one of that name. */
    public Optional<Question> named(String name) {
        var bare = questions.stream()
                .filter(question -> question.name().equals(name))
                .toList();
        return question(name).or(() -> bare.size() == 1 ? Optional.of(bare.getFirst()) : Optional.empty());
    }

    /** The variable that answers are stored under by that name. */
    public Optional<Variable> variable(String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .or(() -> variables.stream()
                        .filter(variable ->
                                variable.fullName().replace('/', '_').equals(name))
                        .findFirst());
    }

    /**
     * The code of each question by its full name: its name where no other has it and it may be a code, else its path,
     * else its place in the form.
     */
    public Map<String, String> codes() {
        var shared = new HashMap<String, Integer>();
        questions.forEach(question -> shared.merge(question.name(), 1, Integer::sum));
        var taken = new HashSet<String>();
        var codes = new LinkedHashMap<String, String>();
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            var unique = Integer.valueOf(1).equals(shared.get(question.name())) ? question.name() : "";
            var path = String.join(".", question.path());
            var code = Stream.of(unique, path).filter(Codes::valid).findFirst().orElse("q" + (i + 1));
            codes.putIfAbsent(question.fullName(), taken.add(code) ? code : "q" + (i + 1));
        }
        return codes;
    }

    /** The variables of the form itself, or of the turns of one of its repeats. */
    public List<Variable> variables(@Nullable String repeat) {
        return variables.stream()
                .filter(variable -> Objects.equals(variable.repeat(), repeat))
                .toList();
    }

    /** What may be compared of each question that somebody is asked. */
    public Fingerprint fingerprint(Question question) {
        return Fingerprint.of(question, question.list() == null ? Optional.empty() : list(question.list()));
    }
}
