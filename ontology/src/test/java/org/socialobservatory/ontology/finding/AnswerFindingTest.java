package org.socialobservatory.ontology.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.finding.Finding.Place;

class AnswerFindingTest {

    @Test
    void saysInPublicNeitherTheRowNorTheValueOfAnAnswer() {
        var place = Place.of("personnes").sheet("feuille").column("maladie").row(17);
        var told = new Finding(FindingRule.CODE_UNKNOWN, place, "secret", List.of("secret", "maladies", "secrets"))
                .withoutAnswer();
        assertThat(told.place()).isEqualTo(Place.of("personnes").column("maladie"));
        assertThat(told.value()).isNull();
        for (Language language : Language.values()) {
            assertThat(told.sentence(language) + told.remedy(language)).doesNotContain("secret");
        }
    }

    @Test
    void keepsTheNumbersOfAWholeTable() {
        var whole = new Finding(FindingRule.ANSWERS_ALIKE, Place.of("personnes"), null, List.of("901", "57", "20"));
        assertThat(whole.withoutAnswer()).isEqualTo(whole);
    }

    @Test
    void countsWithoutSayingWhere() {
        var told = new Finding(FindingRule.ANSWERS_WITHOUT_AREA, Place.of("personnes"), null, List.of("3", "417"))
                .withoutAnswer();
        assertThat(told.sentence(Language.EN)).contains("3").doesNotContain("417");
    }

    @Test
    void writesWhatWasCountedAsTheReaderDoesAndWhatWasFoundAsItStood() {
        var share = new Finding(FindingRule.ANSWERS_MISSING, Place.of("personnes"), null, List.of("5.2", "3615"));
        assertThat(share.sentence(Language.FR)).startsWith("5,2");
        assertThat(share.sentence(Language.AR)).contains("5,2");
        assertThat(share.sentence(Language.EN)).contains("5.2");
        var found = new Finding(FindingRule.PERCENT_OUTSIDE, Place.of("chiffres"), "105.5", List.of("105.5"));
        assertThat(found.sentence(Language.FR)).contains("105.5");
    }
}
