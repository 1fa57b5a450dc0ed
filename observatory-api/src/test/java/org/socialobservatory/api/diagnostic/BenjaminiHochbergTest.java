package org.socialobservatory.api.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenjaminiHochbergTest {

    @ParameterizedTest
    @ValueSource(strings = {"bh-spread", "bh-ties", "bh-one"})
    void saysWhatPAdjustSays(String name) {
        assertThat(BenjaminiHochberg.adjusted(Reference.row(name, "p")))
                .containsExactly(Reference.row(name, "adjusted"), within(1e-14));
    }

    @Test
    void nothingIsAdjustedWhereNothingWasTested() {
        assertThat(BenjaminiHochberg.adjusted(new double[0])).isEmpty();
    }
}
