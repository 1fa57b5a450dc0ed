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
}
