package org.socialobservatory.ingest.check.plausibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ingest.mapping.answers.StoredVariable;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.AnswerType;
import org.socialobservatory.ontology.survey.Choice;
import org.socialobservatory.ontology.survey.ChoiceList;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Variable;
import org.socialobservatory.ontology.survey.Wordings;

/** Invented answers by formula, one fault each. */
class PlausibilityTest {

    private static final ChoiceList FIVE = new ChoiceList(
            "five",
            java.util.stream.IntStream.range(0, 5)
                    .mapToObj(i -> new Choice("c" + i, Wordings.NONE))
                    .toList());

    @TempDir
    Path folder;

    private final List<StoredVariable> variables = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<String> columns = new ArrayList<>(List.of("i::INTEGER AS _row"));
    private String stratum = "NULL::VARCHAR";
    private String cluster = "NULL::VARCHAR";

    private PlausibilityTest with(String name, AnswerType type, String expression) {
        return with(name, type, expression, null);
    }

    /** @param expression of the row's number {@code i}, from 0 */
    private PlausibilityTest with(String name, AnswerType type, String expression, @Nullable String relevance) {
        var list = type == AnswerType.SELECT_ONE ? "five" : null;
        var logic = new Question.Logic(relevance, null, Wordings.NONE, null, null, null);
        questions.add(new Question(
                name, name, List.of(name), null, type, list, false, Wordings.NONE, Wordings.NONE, logic, 2));
        variables.add(new StoredVariable(name, type.stored(), type.asked() ? name : null, list));
        columns.add(expression + " AS " + name);
        return this;
    }

    private List<Finding> check(int rows) {
        return check(rows, null, null);
    }

    private List<Finding> check(int rows, @Nullable String age, @Nullable String person) {
        var file = folder.resolve("answers.parquet");
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = connection.createStatement()) {
            columns.add(stratum + " AS _stratum");
            columns.add(cluster + " AS _cluster");
            statement.execute("COPY (SELECT " + String.join(", ", columns) + " FROM range(" + rows + ") t(i)) TO '"
                    + file + "' (FORMAT parquet)");
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        var form = new Questionnaire(
                "f", null, Wordings.of(Map.of()), List.of(), List.of(), questions, List.of(FIVE), List.of());
        var findings = new Findings();
        Plausibility.check(file, variables, Optional.of(form), age, person, Place.of("menages"), findings);
        return findings.list();
    }

    private static void only(List<Finding> found, FindingRule rule, @Nullable String column, String... arguments) {
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.place().column()).isEqualTo(column);
            assertThat(finding.value()).isNull();
            assertThat(finding.arguments()).containsExactly(arguments);
        });
    }

    @Test
    void findsAnswersThatWereCopied() {
        for (int i = 0; i < 20; i++) {
            with("q" + i, AnswerType.INTEGER, "CASE WHEN i = 7 THEN 3 ELSE i END * " + (i + 1));
        }
        only(check(20), FindingRule.ANSWERS_ALIKE, null, "1", "20", "20");
    }

    @Test
    void doesNotTakeForCopiesWhoWasAskedLittle() {
        for (int i = 0; i < 24; i++) {
            with("q" + i, AnswerType.TEXT, i < 5 ? "i % 2" : "CASE WHEN i % 4 = 0 THEN i * " + (i + 1) + " END");
        }
        assertThat(check(200))
                .extracting(Finding::rule)
                .doesNotContain(FindingRule.ANSWERS_ALIKE, FindingRule.ANSWERS_RESEMBLE);
    }

    @Test
    void doesNotTakeForAnswersWhatTheFormReckons() {
        for (int i = 0; i < 24; i++) {
            with("q" + i, AnswerType.CALCULATED, "i % 2");
            variables.set(i, new StoredVariable("q" + i, Variable.Type.WHOLE, "q" + i, null));
        }
        assertThat(check(200)).isEmpty();
    }

    @Test
    void findsInterviewsThatAreNearlyAnother() {
        cluster = "'c' || i // 50";
        nearCopies(20);
        only(check(400), FindingRule.ANSWERS_RESEMBLE, null, "40", "10.0", "400");
    }

    @Test
    void staysSilentAboutAFewWhoResembleOneAnother() {
        cluster = "'c' || i // 50";
        nearCopies(8);
        assertThat(check(400)).isEmpty();
    }

    @Test
    void comparesInterviewsOfOneClusterOnly() {
        cluster = "'c' || i";
        nearCopies(20);
        assertThat(check(400)).isEmpty();
    }

    /** Persons who agree in 26 of 28 questions with the one before, of pairs; all others differ. */
    private void nearCopies(int pairs) {
        for (int question = 0; question < 28; question++) {
            var person = question < 2 ? "i" : "CASE WHEN i < " + 2 * pairs + " THEN i // 2 * 2 ELSE i END";
            with("q" + question, AnswerType.TEXT, "'" + question + " ' || (" + person + ")");
        }
    }

    @Test
    void findsPersonsWhoAnswerTwice() {
        variables.add(new StoredVariable("cin", Variable.Type.TEXT, null, null));
        columns.add("CASE WHEN i < 3 THEN 'a' WHEN i < 6 THEN NULL ELSE i::VARCHAR END AS cin");
        only(check(10, null, "cin"), FindingRule.PERSON_TWICE, "cin", "2");
    }

    @Test
    void findsAgesThatEndInFive() {
        with("age", AnswerType.INTEGER, "CASE WHEN i % 2 = 0 THEN 25 + 5 * (i % 8) ELSE 23 + i % 40 END::BIGINT");
        var found = check(400, "age", null);
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FindingRule.AGES_HEAPED);
            assertThat(Double.parseDouble(finding.arguments().getFirst())).isBetween(250.0, 350.0);
        });
    }

    @Test
    void staysSilentAboutAgesAsTheyShouldBe() {
        with("age", AnswerType.INTEGER, "i % 90");
        assertThat(check(900, "age", null)).isEmpty();
    }

    @Test
    void findsPreferredDigits() {
        with("revenu", AnswerType.INTEGER, "CASE WHEN i % 2 = 0 THEN 100 * i ELSE i END::BIGINT");
        assertThat(check(1000)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FindingRule.DIGITS_PREFERRED);
            assertThat(finding.arguments()).containsExactly("40.0", "1000");
        });
    }

    @Test
    void findsInterviewsThatWereTooShort() {
        with("debut", AnswerType.CLOCK, "'2025-03-01T10:00:00.000+01:00'");
        with(
                "fin",
                AnswerType.CLOCK,
                "'2025-03-01T' || CASE WHEN i < 2 THEN '10:05' WHEN i = 2 THEN '09:00' ELSE '10:30' END"
                        + " || ':00.000+01:00'");
        only(check(50), FindingRule.INTERVIEWS_SHORT, null, "3", "30.0", "50");
    }

    @Test
    void findsAnswersThatDependOnTheInterviewer() {
        with("enqueteur", AnswerType.CALCULATED, "'e' || i % 6");
        variables.set(0, new StoredVariable("enqueteur", Variable.Type.TEXT, null, null));
        with("sport", AnswerType.SELECT_ONE, "CASE WHEN i % 6 < 3 THEN 'c0' ELSE 'c' || (i // 6) % 5 END");
        var found = check(600);
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FindingRule.INTERVIEWERS_DIFFER);
            assertThat(finding.arguments().getLast()).isEqualTo("6");
        });
    }

    @Test
    void theCorrelationIsThatOfAnalysisOfVariance() {
        // Two interviewers, 10 interviews each, 8 and 2 times yes: MSB 1.8, MSW 3.2/18.
        assertThat(InterviewerEffect.correlation(List.of(new double[] {1, 10, 8}, new double[] {1, 10, 2})))
                .isCloseTo((1.8 - 3.2 / 18) / (1.8 + 9 * 3.2 / 18), within(1e-12));
    }

    @Test
    void doesNotBlameInterviewersForTheirNeighbourhoods() {
        stratum = "'s' || i % 3";
        with("enqueteur", AnswerType.CALCULATED, "'e' || i % 12");
        variables.set(0, new StoredVariable("enqueteur", Variable.Type.TEXT, null, null));
        with("quartier", AnswerType.SELECT_ONE, "'c' || i % 3");
        with("sport", AnswerType.SELECT_ONE, "CASE WHEN i % 3 = 0 THEN 'c0' ELSE 'c' || (i // 12) % 5 END");
        assertThat(check(600)).isEmpty();
    }

    @Test
    void passesOverTheAnswerOfMostPeople() {
        for (int i = 0; i < 5; i++) {
            with("b" + i, AnswerType.SELECT_ONE, "'c' || CASE WHEN i < 70 THEN 0 ELSE (i + " + i + ") % 5 END");
        }
        assertThat(check(100)).isEmpty();
    }

    @Test
    void findsOneAnswerToAWholeBattery() {
        for (int i = 0; i < 5; i++) {
            with("b" + i, AnswerType.SELECT_ONE, "'c' || CASE WHEN i < 20 THEN i % 5 ELSE (i + " + i + ") % 5 END");
        }
        only(check(100), FindingRule.ANSWERS_STRAIGHT, "b0", "20.0", "5", "100");
    }

    @Test
    void findsAnswersToWhatWasNotAsked() {
        with("age", AnswerType.INTEGER, "i");
        with("travail", AnswerType.SELECT_ONE, "CASE WHEN i = 3 OR i >= 15 THEN 'c' || i % 5 END", "${age} >= 15");
        only(check(60), FindingRule.ANSWERS_IMPOSSIBLE, "travail", "1", "${age} >= 15");
    }

    @Test
    void findsQuestionsThatAreNotAnswered() {
        with("revenu", AnswerType.SELECT_ONE, "CASE WHEN i % 10 > 0 THEN 'c' || i % 5 END");
        only(check(100), FindingRule.ANSWERS_MISSING, "revenu", "10.0", "100");
    }

    @Test
    void passesOverConditionsThatItDoesNotUnderstand() {
        with("revenu", AnswerType.SELECT_ONE, "NULL::VARCHAR", "count(${x}) > 2 or true()");
        assertThat(check(100)).isEmpty();
    }
}
