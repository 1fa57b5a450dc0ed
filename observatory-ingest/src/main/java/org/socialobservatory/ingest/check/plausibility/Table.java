package org.socialobservatory.ingest.check.plausibility;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.answers.StoredVariable;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Variable;

/**
 * One table of answers that is looked at.
 *
 * @param form that was filled in; empty where a schema alone says what the variables are
 * @param place of the table, for what is found
 */
record Table(
        AnswersAtHand answers,
        List<StoredVariable> variables,
        Optional<Questionnaire> form,
        Place place,
        Findings findings) {

    /** Fewer interviews than these have no usual length and no usual answer. */
    static final int ENOUGH_INTERVIEWS = 30;

    private static final Set<String> INTERVIEWERS = Set.of(
            "interviewer",
            "enumerator",
            "enumerator_id",
            "interviewer_id",
            "enqueteur",
            "enqueteur_id",
            "id_enqueteur",
            "code_enqueteur",
            "agent",
            "agent_id");

    /** @param column that it is about; null for the whole table */
    void find(FindingRule rule, @Nullable String column, String... arguments) {
        findings.add(rule, column == null ? place : place.column(column), null, arguments);
    }

    /** The variables that somebody was asked for; what the form reckons by itself is no answer. */
    List<StoredVariable> askedFor() {
        return variables.stream().filter(variable -> asked(variable.question())).toList();
    }

    private boolean asked(@Nullable String question) {
        return question != null
                && form.flatMap(one -> one.question(question))
                        .map(one -> one.type().asked())
                        .orElse(true);
    }

    /** The names of the variables of some types. */
    Set<String> names(Variable.Type... types) {
        var wanted = Set.of(types);
        var names = new HashSet<String>();
        for (StoredVariable variable : variables) {
            if (wanted.contains(variable.type())) {
                names.add(variable.name());
            }
        }
        return names;
    }

    /** The column that says who asked. */
    Optional<String> interviewer() {
        return variables.stream()
                .map(StoredVariable::name)
                .filter(name -> INTERVIEWERS.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The quoted names of variables, each between two texts. */
    static String joined(List<StoredVariable> some, String before, String after, String between) {
        return some.stream()
                .map(variable -> before + Relevance.quoted(variable.name()) + after)
                .collect(Collectors.joining(between));
    }

    static String rounded(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    static String whole(double number) {
        return String.valueOf(Math.round(number));
    }
}
