package org.socialobservatory.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @ParameterizedTest
    @ValueSource(strings = {"4441010", "Y15T24", "a", "illiteracy-rate", "A.b_c~d-e", "0"})
    void acceptsCodesSafeInAPath(String code) {
        assertThat(Codes.require(code)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "a b", "a/b", "../a", ".a", "-a", "_a", "a;b", "a%2Fb", "a\n", "سلا", "é", "a,b", "a=b", "a\\b"
            })
    void refusesEverythingElse(String code) {
        assertThat(Codes.valid(code)).isFalse();
        assertThatThrownBy(() -> Codes.require(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holdsACodeToAHundredCharacters() {
        assertThat(Codes.valid("a".repeat(100))).isTrue();
        assertThat(Codes.valid("a".repeat(101))).isFalse();
    }

    @Test
    void takesEitherNotationOfATotalAndWritesTheRightOne() {
        assertThat(Codes.isTotal("T")).isTrue();
        assertThat(Codes.isTotal("_T")).isTrue();
        assertThat(Codes.isTotal("t")).isFalse();
        assertThat(Codes.totalOf("sex")).isEqualTo("T");
        assertThat(Codes.totalOf("age")).isEqualTo("_T");
    }
}
