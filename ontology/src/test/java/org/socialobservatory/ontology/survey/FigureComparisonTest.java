package org.socialobservatory.ontology.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.survey.FigureComparison.Kind;
import org.socialobservatory.ontology.survey.FigureComparison.Obstacle;
import org.socialobservatory.ontology.survey.FigureComparison.Source;

class FigureComparisonTest {

    private static final String SHARE = "lit = 'non'";
    private static final String ADULTS = "age >= 15";

    /** Somebody who is asked the age and whether they can read; the second wave calls it otherwise. */
    private static final Questionnaire FIRST = form("lit", "Savez-vous lire ?", "oui", "non");

    private static final Questionnaire SECOND = form("q12", "12. Savez-vous lire ?", "1", "2");
    private static final Questionnaire REWORDED = form("lit", "Lisez-vous le journal ?", "oui", "non");

    private static Questionnaire form(String literacy, String wording, String yes, String no) {
        var list = new ChoiceList("oui_non", List.of(choice(yes, "Oui"), choice(no, "Non")));
        var questions = new ArrayList<Question>();
        var variables = new ArrayList<Variable>();
        ask(questions, variables, "age", "Quel âge ?", AnswerType.INTEGER, null, null);
        ask(questions, variables, literacy, wording, AnswerType.SELECT_ONE, "oui_non", null);
        ask(questions, variables, "adulte", null, AnswerType.CALCULATED, null, "if(${age} >= 15,  1, 0)");
        return new Questionnaire(
                "f", null, Wordings.NONE, List.of("fr"), List.of(), questions, List.of(list), variables);
    }

    private static void ask(
            List<Question> questions,
            List<Variable> variables,
            String name,
            @Nullable String wording,
            AnswerType type,
            @Nullable String list,
            @Nullable String calculation) {
        questions.add(new Question(
                name,
                name,
                List.of(name),
                null,
                type,
                list,
                false,
                wording == null ? Wordings.NONE : Wordings.of(Map.of("fr", wording)),
                Wordings.NONE,
                new Question.Logic(null, null, Wordings.NONE, null, calculation, null),
                2));
        variables.add(new Variable(name, List.of(name), null, type.stored(), type.asked() ? name : null, list));
    }

    private static Choice choice(String code, String label) {
        return new Choice(code, Wordings.of(Map.of("fr", label)));
    }

    private static Indicator indicator(String code, String definition, @Nullable String sameAs) {
        return new Indicator(
                code,
                Multilingual.none(),
                Multilingual.of(Language.FR, definition),
                Multilingual.none(),
                Multilingual.none(),
                "percent",
                Indicator.Kind.PROPORTION,
                Indicator.Counted.NONE,
                Indicator.Direction.LOWER,
                null,
                null,
                null,
                sameAs,
                null);
    }

    private static final Indicator ILLITERACY =
            indicator("illiteracy-rate", "Part de ceux qui ne savent pas lire", null);

    private static Source source(
            @Nullable Questionnaire form, @Nullable String universe, String condition, String... variables) {
        return new Source(ILLITERACY, study(form, "person", "proportion", universe, condition, variables));
    }

    private static Study study(
            @Nullable Questionnaire form,
            String unit,
            String kind,
            @Nullable String universe,
            String condition,
            String... variables) {
        return new Study(
                "personnes",
                "0".repeat(64),
                unit,
                form,
                new Sample("srs", 10, 1, 0, false, "adjust", List.of(), null, List.of()),
                List.of(new Computation(
                        "illiteracy-rate",
                        kind,
                        universe,
                        new TreeMap<>(Map.of("condition", condition)),
                        List.of(variables))));
    }

    private static FigureComparison compare(Source first, Source second, Comparability.Decision... decisions) {
        var one = first.study() == null ? null : first.study().questionnaire();
        var other = second.study() == null ? null : second.study().questionnaire();
        return FigureComparison.of(
                first, second, one == null || other == null ? null : Comparability.of(one, other, List.of(decisions)));
    }

    private static final Source FIRST_WAVE = source(FIRST, ADULTS, SHARE, "age", "lit");

    @Test
    void theSameQuestionUnderAnotherNameWithOtherCodesIsComparable() {
        assertThat(compare(FIRST_WAVE, source(SECOND, "age>=15", "q12 = 2", "age", "q12"))
                        .obstacles())
                .isEmpty();
        assertThat(compare(FIRST_WAVE, source(SECOND, "AGE >= 15", "q12 = 2", "age", "q12"))
                        .obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(Kind.UNIVERSE);
    }

    @Test
    void anotherCodeAsksForSomethingElse() {
        assertThat(compare(FIRST_WAVE, source(SECOND, ADULTS, "q12 = 1", "age", "q12"))
                        .obstacles())
                .containsExactly(new Obstacle(Kind.EXPRESSION, SHARE, "q12 = 1"));
    }

    @Test
    void anotherWordingForbidsItAndAPersonMayAllowIt() {
        var reworded = source(REWORDED, ADULTS, SHARE, "age", "lit");
        assertThat(compare(FIRST_WAVE, reworded).obstacles())
                .containsExactly(new Obstacle(Kind.QUESTION, "lit", "lit"));
        assertThat(compare(FIRST_WAVE, reworded, new Comparability.Decision("lit", "lit", true, "…", "A"))
                        .comparable())
                .isTrue();
        assertThat(compare(FIRST_WAVE, FIRST_WAVE, new Comparability.Decision("lit", "lit", false, "…", "A"))
                        .comparable())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age >= 10              | lit = 'non'             | UNIVERSE",
                "                       | lit = 'non'             | UNIVERSE",
                "age >= 15              | lit <> 'oui'            | EXPRESSION",
            })
    void anotherPopulationOrConditionForbidsIt(@Nullable String universe, String condition, Kind kind) {
        assertThat(compare(FIRST_WAVE, source(FIRST, universe, condition, "age", "lit"))
                        .obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(kind);
    }

    @Test
    void blanksAndTheCaseOfWordsOfTheLanguageSayNothing() {
        var one = source(FIRST, "age >= 15 AND lit IN ('oui','non')", SHARE, "age", "lit");
        var other = source(SECOND, "age>=15 and q12 in ( 1 , 2 )", "q12=2", "age", "q12");
        assertThat(compare(one, other).obstacles()).isEmpty();
    }

    @Test
    void whatTheFormComputesIsComparableWhereItsQuestionsAre() {
        var computed = source(FIRST, "adulte = 1", SHARE, "adulte", "lit");
        assertThat(compare(computed, source(SECOND, "adulte = 1", "q12 = 2", "adulte", "q12"))
                        .obstacles())
                .isEmpty();
        var older = new Comparability.Decision("age", "age", false, "Au dernier anniversaire", "A");
        assertThat(compare(computed, source(SECOND, "adulte = 1", "q12 = 2", "adulte", "q12"), older)
                        .obstacles())
                .containsExactly(new Obstacle(Kind.QUESTION, "age", "age"));
    }

    @Test
    void withoutAQuestionnaireNobodyKnowsWhatWasAsked() {
        assertThat(compare(FIRST_WAVE, source(null, ADULTS, SHARE, "age", "lit"))
                        .obstacles())
                .extracting(Obstacle::kind)
                .contains(Kind.UNKNOWN_QUESTION);
    }

    @Test
    void aFigureOfSomebodyElseIsComparableWithItsLikeOnly() {
        var received = new Source(ILLITERACY, null);
        assertThat(compare(received, received).comparable()).isTrue();
        assertThat(compare(received, FIRST_WAVE).obstacles()).containsExactly(new Obstacle(Kind.ORIGIN, null, null));
        var other = new Source(indicator("illiteracy-rate", "Part de ceux qui n’écrivent pas", null), null);
        assertThat(compare(received, other).obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(Kind.DEFINITION);
        var census = new Source(indicator("analphabetisme", "Ne sait ni lire ni écrire", "illiteracy-rate"), null);
        assertThat(compare(received, census).comparable()).isTrue();
    }

    @Test
    void householdsAreNotPersonsAndAMeanIsNoProportion() {
        var households = new Source(ILLITERACY, study(FIRST, "household", "mean", ADULTS, SHARE, "age", "lit"));
        assertThat(compare(FIRST_WAVE, households).obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(Kind.UNIT, Kind.STATISTIC);
    }
}
