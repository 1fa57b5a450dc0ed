package org.socialobservatory.api.page.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialobservatory.api.diagnostic.Diagnostic;
import org.socialobservatory.api.diagnostic.Sondage;
import org.socialobservatory.api.page.Readers;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;

class SentencesTest {

    private final Snapshot survey = Sondage.snapshot(Sondage.content());

    private List<String> of(String area, Language language) {
        return Sentences.of(
                        Readers.of(survey, language),
                        Diagnostic.of(survey, survey.territory().area(area).orElseThrow(), null))
                .stream()
                .map(Sentence::text)
                .toList();
    }

    @Test
    void tellOnlyWhatIsEstablished() {
        assertThat(of("q1", Language.FR))
                .containsExactly(
                        "Rien n’établit que Quartier Un fasse mieux que Ville sur un point.",
                        "Quartier Un fait moins bien que Ville sur 2 points\u00a0: taux d’analphabétisme (entre 24,0 et 36,0\u202f%\u00a0; Ville\u00a0:"
                                + " entre 18,0 et 22,0\u202f%) et taux de scolarisation (entre 86,0 et 94,0\u202f%\u00a0; Ville\u00a0:"
                                + " entre 93,4 et 96,6\u202f%).",
                        "Aucun chiffre n’est retenu, ni trop incertain pour être lu seul.");
    }

    @Test
    void nameWhatIsNotKnownWellEnough() {
        assertThat(of("q3", Language.EN)).last().isEqualTo("Not enough is known on one point: illiteracy rate.");
        assertThat(of("q4", Language.EN)).last().isEqualTo("Not enough is known on one point: illiteracy rate.");
    }

    @Test
    void arabicSpeaksOfTwoInTheDual() {
        assertThat(of("q1", Language.AR).get(1))
                .startsWith("وضع الحي الأول أسوأ من وضع مدينة في مؤشرين: ")
                .contains("معدل الأمية")
                .contains(" ومعدل التمدرس");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aTownOfWhichNothingIsAboveHasOneSentence(Language language) {
        assertThat(of("ville", language)).hasSize(1);
        assertThat(of("pays", language)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Salé, que Salé, de Salé",
        "Agadir, qu’Agadir, d’Agadir",
        "Est, qu’Est, d’Est",
        "Île de Nantes, qu’Île de Nantes, d’Île de Nantes",
        "Hssaine, que Hssaine, de Hssaine",
        "Le Havre, que Le Havre, du Havre",
        "Les Oudayas, que Les Oudayas, des Oudayas",
        "Yèvre, que Yèvre, de Yèvre",
        "تابريكت, que تابريكت, de تابريكت",
    })
    void frenchElidesAndContractsBeforeNames(String name, String than, String of) {
        assertThat(French.than(Language.FR, name)).isEqualTo(than);
        assertThat(French.of(Language.FR, name)).isEqualTo(of);
        assertThat(French.than(Language.EN, name)).isEqualTo(name);
        assertThat(French.of(Language.AR, name)).isEqualTo(name);
    }

    @Test
    void aNameInThePluralTakesItsVerbInThePlural() {
        assertThat(Readers.say(Language.FR, "sentence.stronger", 1, "1", "Les Oudayas", "que Salé", "a", "plural"))
                .isEqualTo("Les Oudayas font mieux que Salé sur un point\u00a0: a.");
        assertThat(Readers.say(Language.FR, "sentence.weaker.none", 0, "0", "Les Oudayas", "qu’Agadir", "", "plural"))
                .isEqualTo("Rien n’établit que Les Oudayas fassent moins bien qu’Agadir sur un point.");
    }

    @ParameterizedTest
    @CsvSource({
        "1, في مؤشر واحد:",
        "2, في مؤشرين:",
        "3, في 3 مؤشرات:",
        "10, في 10 مؤشرات:",
        "11, في 11 مؤشرًا:",
        "99, في 99 مؤشرًا:",
        "100, في 100 مؤشر:",
        "103, في 103 مؤشرات:",
    })
    void arabicCountsInSixWays(int count, String words) {
        assertThat(Readers.say(
                        Language.AR,
                        "sentence.stronger",
                        count,
                        Integer.toString(count),
                        "سلا",
                        "الرباط",
                        "…",
                        "singular"))
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({"Taux d’emploi, taux d’emploi", "IDH du quartier, IDH du quartier", "Âge moyen, âge moyen", "É, É"})
    void aLabelLosesItsCapitalWithinASentence(String label, String within) {
        assertThat(French.within(label)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1re place sur 11, 1st of 11, الرتبة 1 من 11",
        "2, 2e place sur 11, 2nd of 11, الرتبة 2 من 11",
        "3, 3e place sur 11, 3rd of 11, الرتبة 3 من 11",
        "11, 11e place sur 11, 11th of 11, الرتبة 11 من 11",
    })
    void placesAreOrdinals(int place, String french, String english, String arabic) {
        var written = Integer.toString(place);
        assertThat(Readers.say(Language.FR, "rank.one.best", place, "11", written))
                .isEqualTo(french);
        assertThat(Readers.say(Language.EN, "rank.one.best", place, "11", written))
                .isEqualTo(english);
        assertThat(Readers.say(Language.AR, "rank.one.best", place, "11", written))
                .isEqualTo(arabic);
    }
}
