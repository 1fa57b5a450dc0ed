package org.socialobservatory.api.page.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.api.diagnostic.Sondage;
import org.socialobservatory.api.page.Readers;
import org.socialobservatory.ontology.Language;

class OutOfTest {

    @ParameterizedTest
    @CsvSource({
        "30, 24, 36, 3, 10, false",
        "24.2, , , 1, 4, true",
        "50, 45, 55, 1, 2, false",
        "33.4, 30, 37, 1, 3, true",
        "33.4, 33.35, 33.6, 0, 0, false",
        "4.9, 4, 6, 1, 20, true",
        "1, 0.5, 2, 1, 100, false",
        "0.2, 0.1, 0.5, 0, 0, false",
        "99.9, 99, 100, 0, 0, false",
        "0, 0, 3, 0, 0, false",
    })
    void isTheSmallestGroupThatLiesWithinTheInterval(
            double percent, @Nullable Double lower, @Nullable Double upper, int part, int all, boolean about) {
        var share = OutOf.of(percent, lower, upper);
        if (all == 0) {
            assertThat(share).isEmpty();
        } else {
            assertThat(share).contains(new OutOf(part, all, about));
        }
    }

    @Test
    void neverLeavesTheInterval() {
        DoubleStream.iterate(0.5, percent -> percent < 100, percent -> percent + 0.37)
                .forEach(percent -> OutOf.of(percent, percent - 1, percent + 1)
                        .ifPresent(share ->
                                assertThat(100.0 * share.part() / share.all()).isBetween(percent - 1, percent + 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, woman, 1 femme sur 2, 1 woman in 2, امرأة واحدة من كل امرأتين",
        "2, 3, woman, 2 femmes sur 3, 2 women in 3, امرأتان من كل 3 نساء",
        "3, 10, woman, 3 femmes sur 10, 3 women in 10, 3 نساء من كل 10 نساء",
        "11, 20, person, 11 personnes sur 20, 11 people in 20, 11 شخصًا من كل 20 شخصًا",
        "7, 100, household, 7 ménages sur 100, 7 households in 100, 7 أسر من كل 100 أسرة",
        "1, 100, child, 1 enfant sur 100, 1 child in 100, طفل واحد من كل 100 طفل",
        "2, 5, youth, 2 jeunes sur 5, 2 young people in 5, شابان من كل 5 شبان",
        "13, 50, man, 13 hommes sur 50, 13 men in 50, 13 رجلًا من كل 50 رجلًا",
    })
    void isSaidWithItsNounInTheRightNumber(
            int part, int all, String noun, String french, String english, String arabic) {
        assertThat(words(part, all, noun, Language.FR)).isEqualTo(french);
        assertThat(words(part, all, noun, Language.EN)).isEqualTo(english);
        assertThat(words(part, all, noun, Language.AR)).isEqualTo(arabic);
    }

    private static String words(int part, int all, String noun, Language language) {
        var snapshot = Sondage.snapshot();
        return new Remarks(Readers.of(snapshot, language)).outOf(new OutOf(part, all, false), noun);
    }

    @Test
    void saysWhereItIsOnlyNear() {
        var remarks = new Remarks(Readers.of(Sondage.snapshot(), Language.FR));
        assertThat(remarks.outOf(new OutOf(1, 4, true), "person")).isEqualTo("environ 1 personne sur 4");
    }
}
