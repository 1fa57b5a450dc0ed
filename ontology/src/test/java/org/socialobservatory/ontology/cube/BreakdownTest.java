package org.socialobservatory.ontology.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakdownTest {

    @Test
    void isWrittenInOrderOfDimensionWithoutTotals() {
        var breakdown = Breakdown.of(Map.of("sex", "F", "age", "Y15T24", "urbanisation", "_T"));
        assertThat(breakdown).hasToString("age=Y15T24,sex=F");
        assertThat(Breakdown.parse("age=Y15T24,sex=F")).isEqualTo(breakdown);
    }

    @Test
    void isTheTotalWhereEveryDimensionIs() {
        assertThat(Breakdown.of(Map.of("sex", "T", "age", "_T")))
                .isEqualTo(Breakdown.total())
                .hasToString("_T");
        assertThat(Breakdown.parse("_T").isTotal()).isTrue();
        assertThat(Breakdown.parse("sex=T")).isEqualTo(Breakdown.total());
    }

    @Test
    void hasTheTotalInDimensionsThatItLeavesOut() {
        var women = Breakdown.parse("sex=F");
        assertThat(women.code("sex")).isEqualTo("F");
        assertThat(women.code("age")).isEqualTo("_T");
        assertThat(Breakdown.total().code("sex")).isEqualTo("T");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sex", "=F", "sex=", "sex=F,", "sex=F,sex=M", "sex=F;age=Y0T4", "sex=F=M", "s/x=F"})
    void refusesATextOfAnotherForm(String text) {
        assertThatThrownBy(() -> Breakdown.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void copiesWhatItIsGiven() {
        var codes = new TreeMap<>(Map.of("sex", "F"));
        var breakdown = new Breakdown(codes);
        codes.put("age", "Y0T4");
        assertThat(breakdown).hasToString("sex=F");
        assertThatThrownBy(() -> breakdown.codes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void ordersCellsInRunsOfOneIndicatorBreakdownAndPeriod() {
        var first = new CellKey("a", "_T", "2024", "z");
        assertThat(first).isLessThan(new CellKey("b", "_T", "2024", "a"));
        assertThat(first).isLessThan(new CellKey("a", "sex=F", "2024", "a"));
        assertThat(first).isLessThan(new CellKey("a", "_T", "2025", "a"));
        assertThat(first).isGreaterThan(new CellKey("a", "_T", "2024", "a"));
    }
}
