package org.socialobservatory.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ontology.Language;

class NumeralsTest {

    private static String write(Language language, String number, int decimals) {
        return new Numerals(language, false).write(new BigDecimal(number), decimals);
    }

    @Test
    void roundsToTensWhereNoMoreIsKnown() {
        assertThat(write(Language.EN, "12254403", -4)).isEqualTo("12,250,000");
        assertThat(write(Language.EN, "4", -1)).isEqualTo("0");
    }

    @Test
    void frenchHasACommaAndNarrowSpaces() {
        assertThat(write(Language.FR, "1234567.85", 1)).isEqualTo("1\u202f234\u202f567,9");
        assertThat(new Numerals(Language.FR, false).percent("12,4")).isEqualTo("12,4\u202f%");
    }

    @Test
    void englishHasAPointAndCommas() {
        assertThat(write(Language.EN, "1234.5", 2)).isEqualTo("1,234.50");
        assertThat(new Numerals(Language.EN, false).percent("12.4")).isEqualTo("12.4%");
    }

    @Test
    void arabicHasTheDigitsUsualInMorocco() {
        assertThat(write(Language.AR, "1234.5", 1)).isEqualTo("1\u202f234,5");
    }

    @Test
    void easternDigitsAreASetting() {
        assertThat(new Numerals(Language.AR, true).write(new BigDecimal("1234.5"), 1))
                .isEqualTo("١٬٢٣٤٫٥");
        assertThat(new Numerals(Language.FR, true).write(new BigDecimal("12"), 0))
                .isEqualTo("12");
    }

    @Test
    void halvesAreRoundedUp() {
        assertThat(write(Language.EN, "8.45", 1)).isEqualTo("8.5");
        assertThat(write(Language.EN, "-8.45", 1)).isEqualTo("−8.5");
    }

    @Test
    void aNumberThatRoundsToNothingHasNoSign() {
        assertThat(write(Language.FR, "-0.01", 1)).isEqualTo("0,0");
    }

    @Test
    void aSignStaysBeforeItsNumberFromRightToLeft() {
        assertThat(write(Language.AR, "-5", 0)).isEqualTo("\u200e−5");
    }
}
