package org.socialobservatory.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MultilingualTest {

    @Test
    void fallsBackToFrenchThenEnglishThenArabic() {
        var all = Multilingual.of("Ville", "مدينة", "Town");
        assertThat(all.in(Language.AR)).contains("مدينة");
        assertThat(new Multilingual(Map.of(Language.AR, "مدينة", Language.EN, "Town")).in(Language.FR))
                .contains("Town");
        assertThat(Multilingual.of(Language.AR, "مدينة").in(Language.EN)).contains("مدينة");
        assertThat(Multilingual.none().orCode(Language.FR, "sale")).isEqualTo("sale");
    }

    @Test
    void countsABlankTextAsAbsent() {
        assertThat(Multilingual.of(Language.FR, " \t\u00A0\u202F\u3000\uFEFF").isEmpty())
                .isTrue();
        assertThat(Multilingual.of("Salé", " ", "")).isEqualTo(Multilingual.of(Language.FR, "Salé"));
    }

    @Test
    void isTheSameHoweverItsAccentsAreCoded() {
        assertThat(Multilingual.of(Language.FR, "Sale\u0301"))
                .isEqualTo(Multilingual.of(Language.FR, "\uFEFFSal\u00E9 "));
    }

    @Test
    void dropsWhatXmlCannotCarry() {
        assertThat(Multilingual.of(Language.FR, "a\u0000b\u0007\uD83Cc\nd\uFFFF\uD83C\uDF33")
                        .exactly(Language.FR))
                .contains("abc\nd\uD83C\uDF33");
    }

    @Test
    void keepsTheMarksThatArabicNeeds() {
        assertThat(Multilingual.of(Language.AR, "\u200Fسلا\u200C").exactly(Language.AR))
                .contains("\u200Fسلا\u200C");
    }

    @Test
    void takesFromAnotherOnlyWhatItLacks() {
        assertThat(Multilingual.of(Language.FR, "Salé").completedBy(Multilingual.of("Sale", "سلا", "Salé")))
                .isEqualTo(Multilingual.of("Salé", "سلا", "Salé"));
        assertThat(Multilingual.none().completedBy(Multilingual.none()).isEmpty())
                .isTrue();
    }

    @Test
    void copiesWhatItIsGiven() {
        var texts = new EnumMap<Language, String>(Map.of(Language.FR, "Salé"));
        var text = new Multilingual(texts);
        texts.clear();
        assertThat(text.exactly(Language.FR)).contains("Salé");
        assertThatThrownBy(() -> text.texts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void knowsALanguageByItsTagWithOrWithoutRegion() {
        assertThat(Language.of("fr-MA")).contains(Language.FR);
        assertThat(Language.of(" AR ")).contains(Language.AR);
        assertThat(Language.of("en_GB")).contains(Language.EN);
        assertThat(Language.of("zgh")).isEmpty();
        assertThat(Language.of("")).isEmpty();
        assertThat(Language.AR.rightToLeft()).isTrue();
    }
}
