package org.socialobservatory.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ontology.Language;

class AgeGroupTest {

    @ParameterizedTest
    @CsvSource({
        "Y0, 0 an, 0 سنة, 0 years",
        "Y1, 1 an, سنة واحدة, 1 year",
        "Y2, 2 ans, سنتان, 2 years",
        "Y7, 7 ans, 7 سنوات, 7 years",
        "Y3T7, 3-7 ans, من 3 إلى 7 سنوات, 3–7 years",
        "Y0T1, 0-1 an, من 0 إلى سنة واحدة, 0–1 year",
        "Y0T2, 0-2 ans, من 0 إلى سنتين, 0–2 years",
        "Y15T24, 15-24 ans, من 15 إلى 24 سنة, 15–24 years",
        "Y_GE3, 3 ans et plus, 3 سنوات فأكثر, 3 years and over",
        "Y_GE2, 2 ans et plus, سنتان فأكثر, 2 years and over",
        "Y_GE60, 60 ans et plus, 60 سنة فأكثر, 60 years and over",
        "Y_LT1, moins de 1 an, أقل من سنة واحدة, under 1 year",
        "Y_LT2, moins de 2 ans, أقل من سنتين, under 2 years",
        "Y_LT5, moins de 5 ans, أقل من 5 سنوات, under 5 years",
    })
    void countsYearsAsEachLanguageDoes(String code, String french, String arabic, String english) {
        var labels = AgeGroup.of(code).orElseThrow().labels();
        assertThat(labels.exactly(Language.FR)).contains(french);
        assertThat(labels.exactly(Language.AR)).contains(arabic);
        assertThat(labels.exactly(Language.EN)).contains(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y", "15", "Y15T", "Y_GE", "Y1000", "_T", "y15", "Y_LT5T9"})
    void knowsWhatIsNoAgeGroup(String code) {
        assertThat(AgeGroup.of(code)).isEmpty();
    }
}
