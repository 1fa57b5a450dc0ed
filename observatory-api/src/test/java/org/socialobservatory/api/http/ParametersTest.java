package org.socialobservatory.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.problem.ApiProblem;
import org.socialobservatory.api.problem.ProblemRule;

class ParametersTest {

    @Test
    void readsListsByCommaAndByRepetition() {
        var parameters = Parameters.ofQuery("area=a,b&area=c&area=a&period=");
        assertThat(parameters.many("area")).containsExactly("a", "b", "c");
        assertThat(parameters.has("period")).isFalse();
        assertThat(parameters.one("period")).isEmpty();
    }

    @Test
    void readsPercentEncodingAndPlus() {
        assertThat(Parameters.ofQuery("q=L%E2%80%99%C3%89tang+bleu").one("q")).contains("L’Étang bleu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%", "q=%2", "q=%zz", "q=%00", "q=%c3%28", "q=%0a", "%ff=1", "q=%ED%A0%80"})
    void refusesWhatIsNotText(String query) {
        assertRefused(() -> Parameters.ofQuery(query), ProblemRule.MALFORMED_REQUEST);
    }

    @Test
    void refusesAnOverLongQuery() {
        assertRefused(() -> Parameters.ofQuery("q=" + "a".repeat(9_000)), ProblemRule.ADDRESS_TOO_LONG);
    }

    @Test
    void refusesAnUnknownNameAndTellsTheKnownOnes() {
        assertThatThrownBy(() -> Parameters.ofQuery("indicater=x").only(List.of("indicator")))
                .isInstanceOfSatisfying(ApiProblem.class, problem -> {
                    assertThat(problem.rule()).isEqualTo(ProblemRule.UNKNOWN_PARAMETER);
                    assertThat(problem.allowed()).contains("indicator", "lang");
                });
    }

    @Test
    void refusesALanguageThatNobodySpeaksHere() {
        assertRefused(() -> Parameters.ofQuery("lang=de").only(List.of()), ProblemRule.MALFORMED_VALUE);
    }

    @Test
    void clampsTheLimitAndRefusesNone() {
        assertThat(Parameters.ofQuery("").limit(10, 100)).isEqualTo(10);
        assertThat(Parameters.ofQuery("limit=100000000000000000000").limit(10, 100))
                .isEqualTo(100);
        assertThat(Parameters.ofQuery("limit=007").limit(10, 100)).isEqualTo(7);
        for (String none : List.of("0", "-1", "ten", "1.5")) {
            assertRefused(() -> Parameters.ofQuery("limit=" + none).limit(10, 100), ProblemRule.MALFORMED_VALUE);
        }
    }

    @Test
    void readsDecimalsAndRefusesExponents() {
        assertThat(Parameters.ofQuery("bbox=-6.9,34,-6.7,34.1").decimals("bbox"))
                .containsExactly(
                        new BigDecimal("-6.9"), new BigDecimal("34"), new BigDecimal("-6.7"), new BigDecimal("34.1"));
        for (String bad : List.of("1e999999999", "NaN", "1,,2", "0x1", "1;2")) {
            assertRefused(() -> Parameters.ofQuery("bbox=" + bad).decimals("bbox"), ProblemRule.MALFORMED_VALUE);
        }
    }

    @Test
    void refusesTwoValuesForOne() {
        assertRefused(() -> Parameters.ofQuery("level=a&level=b").one("level"), ProblemRule.REPEATED_PARAMETER);
    }

    private static void assertRefused(Runnable reading, ProblemRule rule) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        ApiProblem.class, problem -> assertThat(problem.rule()).isEqualTo(rule));
    }
}
