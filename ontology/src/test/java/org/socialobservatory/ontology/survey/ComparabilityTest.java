package org.socialobservatory.ontology.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.ontology.survey.Comparability.Decision;
import org.socialobservatory.ontology.survey.Comparability.Row;
import org.socialobservatory.ontology.survey.Comparability.Verdict;

class ComparabilityTest {

    private static final ChoiceList YES_NO = list("oui_non", "oui", "Oui", "non", "Non");

    private static ChoiceList list(String name, String... codesAndLabels) {
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < codesAndLabels.length; i += 2) {
            choices.add(new Choice(codesAndLabels[i], Wordings.of(Map.of("fr", codesAndLabels[i + 1]))));
        }
        return new ChoiceList(name, choices);
    }

    private static Question question(String name, Map<String, String> wordings, AnswerType type, String list) {
        return new Question(
                name,
                name,
                List.of("groupe", name),
                null,
                type,
                list.isEmpty() ? null : list,
                false,
                Wordings.of(wordings),
                Wordings.NONE,
                Question.Logic.NONE,
                2);
    }

    private static Question literacy(String name, String wording) {
        return question(name, Map.of("fr", wording), AnswerType.SELECT_ONE, "oui_non");
    }

    private static Questionnaire of(ChoiceList list, Question... questions) {
        return new Questionnaire(
                "menages", null, Wordings.NONE, List.of("fr"), List.of(), List.of(questions), List.of(list), List.of());
    }

    private static Row only(Questionnaire first, Questionnaire second) {
        var rows = Comparability.of(first, second, List.of()).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Savez-vous lire ?         | 12. Savez-vous lire?",
                "Savez-vous lire ?         | A3) savez vous LIRE",
                "Savez-vous lire ?         | **Savez-vous** <b>lire</b> ?",
                "${nom} sait-il lire ?     | ${prenom_2} sait-il lire ?",
                "هل تعرف القراءة؟          | هَلْ تَعْرِفُ القـراءةَ",
            })
    void passesOverWhatIsNotWords(String first, String second) {
        assertThat(only(of(YES_NO, literacy("lit", first)), of(YES_NO, literacy("lit", second))))
                .isEqualTo(new Row("groupe/lit", "groupe/lit", Verdict.SAME, null));
    }

    @Test
    void seesOtherWords() {
        assertThat(only(of(YES_NO, literacy("lit", "Savez-vous lire ?")), of(YES_NO, literacy("lit", "Lisez-vous ?")))
                        .verdict())
                .isEqualTo(Verdict.WORDING_CHANGED);
    }

    @Test
    void aTranslationAddedLaterChangesNothing() {
        var later = question(
                "lit", Map.of("fr", "Savez-vous lire ?", "ar", "هل تعرف القراءة؟"), AnswerType.SELECT_ONE, "oui_non");
        assertThat(only(of(YES_NO, literacy("lit", "Savez-vous lire ?")), of(YES_NO, later))
                        .verdict())
                .isEqualTo(Verdict.SAME);
    }

    @Test
    void withoutACommonLanguageNothingIsTheSame() {
        var arabic = question("lit", Map.of("ar", "هل تعرف القراءة؟"), AnswerType.SELECT_ONE, "oui_non");
        assertThat(only(of(YES_NO, literacy("lit", "Savez-vous lire ?")), of(YES_NO, arabic))
                        .verdict())
                .isEqualTo(Verdict.WORDING_CHANGED);
    }

    @Test
    void choicesAreLabelsWhateverTheirCodesAndOrder() {
        var coded = list("oui_non", "2", "Non", "1", "Oui");
        var more = list("oui_non", "oui", "Oui", "non", "Non", "refus", "Refus");
        var asked = literacy("lit", "Savez-vous lire ?");
        assertThat(only(of(YES_NO, asked), of(coded, asked)).verdict()).isEqualTo(Verdict.SAME);
        assertThat(only(of(YES_NO, asked), of(more, asked)).verdict()).isEqualTo(Verdict.CHOICES_CHANGED);
    }

    @Test
    void anotherKindOfAnswerIsAnotherChoice() {
        var number = question("age", Map.of("fr", "Quel âge ?"), AnswerType.INTEGER, "");
        var text = question("age", Map.of("fr", "Quel âge ?"), AnswerType.TEXT, "");
        assertThat(only(of(YES_NO, number), of(YES_NO, text)).verdict()).isEqualTo(Verdict.CHOICES_CHANGED);
    }

    @Test
    void findsAQuestionUnderAnotherNameAndSaysWhatIsMissing() {
        var first = of(YES_NO, literacy("lit", "Savez-vous lire ?"), literacy("sport", "Faites-vous du sport ?"));
        var second = of(YES_NO, literacy("eau", "Avez-vous l’eau ?"), literacy("q12", "Savez-vous lire ?"));
        assertThat(Comparability.of(first, second, List.of()).rows())
                .containsExactly(
                        new Row("groupe/lit", "groupe/q12", Verdict.SAME, null),
                        new Row("groupe/sport", null, Verdict.MISSING, null),
                        new Row(null, "groupe/eau", Verdict.MISSING, null));
    }

    @Test
    void aPersonHasTheLastWordAndTheFingerprintStaysBesideIt() {
        var first = of(YES_NO, literacy("lit", "Savez-vous lire ?"));
        var second = of(YES_NO, literacy("alpha", "Lisez-vous ?"));
        var yes = new Decision("groupe/lit", "groupe/alpha", true, "Synonymes", "A. Alami");
        var row = Comparability.of(first, second, List.of(yes)).rows().getFirst();
        assertThat(row).isEqualTo(new Row("groupe/lit", "groupe/alpha", Verdict.WORDING_CHANGED, yes));
        assertThat(row.comparable()).isTrue();
        var no = new Decision("groupe/lit", "groupe/lit", false, "Posée à d’autres", "A. Alami");
        var same = Comparability.of(first, first, List.of(no)).rows().getFirst();
        assertThat(same.verdict()).isEqualTo(Verdict.SAME);
        assertThat(same.comparable()).isFalse();
    }

    @Test
    void twoDecisionsForOneQuestionLeaveTheOtherFree() {
        var first = of(YES_NO, literacy("lit", "Savez-vous lire ?"));
        var second = of(YES_NO, literacy("alpha", "Lisez-vous ?"), literacy("beta", "Sait lire ?"));
        var rows = Comparability.of(
                        first,
                        second,
                        List.of(
                                new Decision("groupe/lit", "groupe/alpha", true, "…", "A"),
                                new Decision("groupe/lit", "groupe/beta", true, "…", "A")))
                .rows();
        assertThat(rows)
                .extracting(Row::first, Row::second)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("groupe/lit", "groupe/beta"),
                        org.assertj.core.groups.Tuple.tuple(null, "groupe/alpha"));
    }

    @Test
    void whatHasNoWordsIsTheSameUnderItsName() {
        var silent = question("photo", Map.of(), AnswerType.MEDIA, "");
        assertThat(only(of(YES_NO, silent), of(YES_NO, silent)).verdict()).isEqualTo(Verdict.SAME);
    }

    @Test
    void eachQuestionHasACodeOfItsOwn() {
        var first = question("lit", Map.of(), AnswerType.TEXT, "");
        var far = new Question(
                "lit",
                "lit",
                List.of("autre", "lit"),
                null,
                AnswerType.TEXT,
                null,
                false,
                Wordings.NONE,
                Wordings.NONE,
                Question.Logic.NONE,
                3);
        var accent = question("âge", Map.of(), AnswerType.INTEGER, "");
        var form = of(YES_NO, first, far, accent, question("eau", Map.of(), AnswerType.TEXT, ""));
        assertThat(form.codes().values()).containsExactly("groupe.lit", "autre.lit", "q3", "eau");
        assertThat(form.named("lit")).isEmpty();
        assertThat(form.named("autre/lit")).contains(far);
        assertThat(form.named("eau")).isPresent();
    }
}
