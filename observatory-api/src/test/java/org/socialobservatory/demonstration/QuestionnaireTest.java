package org.socialobservatory.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.socialobservatory.demonstration.town.Household;
import org.socialobservatory.demonstration.town.Person;
import org.socialobservatory.demonstration.town.Respondent;

/** Holds the answers to the questionnaire: who is asked, what may be said, what is computed. */
class QuestionnaireTest {

    private static final DemonstrationSurvey SURVEY = DemonstrationSurveyTest.SURVEY;
    private static final Form FORM = SURVEY.form();

    /** Filled in by the device, or across the members of a household. */
    private static final Set<String> ELSEWHERE =
            Set.of("rang", "nb_ilots_strate", "taille", "annees_max", "enfants_hors_ecole", "soins_manques");

    private static final Set<String> OPTIONAL = Set.of("nom_repondant", "telephone");

    @Test
    void onlyThoseAnswerWhoAreAsked() {
        var wrong = new ArrayList<String>();
        everywhere((field, respondent) -> {
            boolean asked = field.relevant().stream()
                    .allMatch(condition -> FormExpression.holds(condition, answers(respondent), ""));
            boolean answered = !respondent.said(field.name()).isEmpty();
            boolean mayBeEmpty = OPTIONAL.contains(field.name()) || field.type().equals("calculate");
            if (asked ? !answered && !mayBeEmpty : answered) {
                wrong.add(field.name() + " of " + respondent.name());
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void answersAreChoicesOfTheQuestion() {
        var wrong = new ArrayList<String>();
        everywhere((field, respondent) -> {
            var type = List.of(field.type().split(" ", -1));
            if (!type.getFirst().startsWith("select_")
                    || respondent.said(field.name()).isEmpty()) {
                return;
            }
            var allowed = new ArrayList<>(FORM.choices(type.get(1)));
            if (type.contains("or_other")) {
                allowed.add("other");
            }
            var said = respondent.said(field.name());
            var one = type.getFirst().equals("select_multiple") ? List.of(said.split(" ", -1)) : List.of(said);
            if (!allowed.containsAll(one) || Set.copyOf(one).size() != one.size()) {
                wrong.add(field.name() + " of " + respondent.name() + ": " + said);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void answersKeepToTheConstraints() {
        var wrong = new ArrayList<String>();
        everywhere((field, respondent) -> {
            var constraint = field.row().getOrDefault("constraint", "");
            var said = respondent.said(field.name());
            if (!constraint.isEmpty()
                    && !said.isEmpty()
                    && !FormExpression.holds(constraint, answers(respondent), said)) {
                wrong.add(field.name() + " of " + respondent.name() + ": " + said);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void computedAnswersAreThoseOfTheForm() {
        var wrong = new ArrayList<String>();
        everywhere((field, respondent) -> {
            if (!field.type().equals("calculate") || ELSEWHERE.contains(field.name())) {
                return;
            }
            var said = respondent.said(field.name());
            var value = FormExpression.value(field.row().getOrDefault("calculation", ""), answers(respondent));
            if (!value.equals(said)) {
                wrong.add(field.name() + " of " + respondent.name() + ": " + said + " instead of " + value);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyCouldTakeNamesAndNumbersForRealOnes() {
        for (Household household : SURVEY.town().households()) {
            assertThat(household.said("nom_repondant")).matches("(Personne \\d+)?");
            assertThat(household.said("telephone")).matches("(000 000 \\d{4})?");
        }
        for (Person person : SURVEY.town().persons()) {
            assertThat(person.said("prenom")).matches("Personne \\d+-\\d+");
        }
    }

    @Test
    void everyQuestionAndChoiceIsInBothLanguages() {
        assertThat(FORM.rows("survey"))
                .filteredOn(row -> !row.getOrDefault("label::Français (fr)", "").isEmpty())
                .allSatisfy(row -> assertThat(row.get("label::العربية (ar)")).isNotEmpty());
        assertThat(FORM.rows("choices"))
                .allSatisfy(row -> assertThat(row.values().stream().limit(4)).doesNotContain(""));
    }

    private interface Check {
        void look(Form.Field field, Respondent respondent);
    }

    private static void everywhere(Check check) {
        for (Household household : SURVEY.town().households()) {
            FORM.household().forEach(field -> check.look(field, household));
            for (Person person : household.members()) {
                FORM.person().forEach(field -> check.look(field, person));
            }
        }
    }

    /** A question within the repeat sees the answers of the household too. */
    private static UnaryOperator<String> answers(Respondent respondent) {
        return question -> {
            var own = respondent.said(question);
            return own.isEmpty() ? respondent.household().said(question) : own;
        };
    }
}
