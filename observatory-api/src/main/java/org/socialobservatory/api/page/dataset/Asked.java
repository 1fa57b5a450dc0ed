package org.socialobservatory.api.page.dataset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Questionnaire;

/**
 * Something that a figure was computed from, as the questionnaire has it: a question in its languages, or what is
 * reckoned from other answers.
 *
 * @param code of the question on the page of the questionnaire
 * @param calculation as the form writes it; null for a question
 */
record Asked(
        String variable,
        String code,
        List<Wording> wordings,
        @Nullable String calculation) {

    /** More would not be read. */
    private static final int MOST = 40;

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

    record Wording(String language, String text) {}

    /** What is behind variables, and what is behind that, each once: in the end people were asked. */
    static List<Asked> of(Questionnaire questionnaire, Collection<String> variables) {
        var waiting = new ArrayDeque<>(variables);
        var seen = new LinkedHashSet<String>();
        var asked = new ArrayList<Asked>();
        var codes = questionnaire.codes();
        while (!waiting.isEmpty() && asked.size() < MOST) {
            var name = waiting.removeFirst();
            if (seen.add(name)) {
                for (Question question : named(questionnaire, name)) {
                    var one = of(question, codes.getOrDefault(question.fullName(), ""));
                    if (one.calculation != null) {
                        REFERENCE.matcher(one.calculation).results().forEach(found -> waiting.add(found.group(1)));
                    }
                    if (one.calculation != null || !one.wordings.isEmpty()) {
                        asked.add(one);
                    }
                }
            }
        }
        return List.copyOf(asked);
    }

    /** Names are those of variables, or of questions where a form speaks of itself. */
    private static List<Question> named(Questionnaire questionnaire, String name) {
        return questionnaire.variables().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .flatMap(variable ->
                        questionnaire.question(variable.question() == null ? variable.fullName() : variable.question()))
                .map(List::of)
                .orElseGet(() -> questionnaire.questions().stream()
                        .filter(question -> question.name().equals(name))
                        .limit(1)
                        .toList());
    }

    private static Asked of(Question question, String code) {
        var wordings = new ArrayList<Wording>();
        question.wordings().texts().forEach((language, text) -> wordings.add(new Wording(language, text)));
        var calculation = question.logic().calculation();
        return new Asked(
                question.name(),
                code,
                List.copyOf(wordings),
                calculation == null || calculation.isBlank() ? null : calculation);
    }
}
