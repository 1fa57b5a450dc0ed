package org.socialobservatory.ontology.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;

class MeetingTest {

    private static final String FIGURE = "recensement/illiteracy-rate/tabriquet/2024/age=Y_GE15,sex=F";

    private static Meeting attendedBy(Attendance... attendance) {
        return new Meeting(
                "m",
                Multilingual.none(),
                "tabriquet",
                LocalDate.of(2026, 2, 14),
                Language.FR,
                null,
                List.of(attendance),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void aTotalIsNotAddedToItsParts() {
        assertThat(attendedBy().persons()).isZero();
        assertThat(attendedBy(new Attendance("F", "Y15T24", 4), new Attendance("M", "Y15T24", 3))
                        .persons())
                .isEqualTo(7);
        assertThat(attendedBy(new Attendance("F", "_T", 4), new Attendance("_T", "_T", 9))
                        .persons())
                .isEqualTo(9);
    }

    @Test
    void aFigureHasOneFormWhateverTheOrderOfItsCodes() {
        assertThat(FigurePath.parse("recensement/illiteracy-rate/tabriquet/2024/sex=F,age=Y_GE15"))
                .hasValueSatisfying(path -> assertThat(path).hasToString(FIGURE));
        assertThat(new ShownFigure(FIGURE, 1, Verdict.SHOWN, " ", null).note()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "recensement",
                "recensement/illiteracy-rate/tabriquet/2024",
                "recensement/illiteracy-rate/tabriquet/2024-13/_T",
                "recensement/illiteracy-rate/tabriquet/2024/femmes",
                "recensement/illiteracy-rate/tabriquet/2024/sex=<b>",
                "recensement/illiteracy-rate/../2024/_T",
                "recensement/illiteracy-rate/tabriquet/2024/sex=F/x"
            })
    void anythingElseIsNoFigure(String text) {
        assertThat(FigurePath.parse(text)).isEmpty();
    }

    @Test
    void nobodyIsTheFewest() {
        assertThatThrownBy(() -> new Attendance("F", "_T", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Priority("Éclairage", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShownFigure(FIGURE, 0, Verdict.SHOWN, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Priority("x".repeat(Meeting.LONGEST_TEXT + 1), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
