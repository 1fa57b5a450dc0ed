package org.socialobservatory.ontology.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.00, 0",
        "0E+9, 0",
        "12.0, 12",
        "1.50, 1.5",
        "1200, 1200",
        "1.2E+3, 1200",
        "-1.25, -1.25",
        "1234567890123456, 1234567890123460",
        "0.1234567890123455, 0.123456789012346",
        "0.1234567890123445, 0.123456789012344",
        "1E-7, 0.0000001"
    })
    void hasOneText(String written, String canonical) {
        assertThat(Numbers.text(new BigDecimal(written))).isEqualTo(canonical);
        assertThat(Numbers.canonical(new BigDecimal(written))).isEqualTo(new BigDecimal(canonical));
    }

    @Test
    void comesBackFromADoubleAsItWent() {
        var random = new Random(2024);
        for (int i = 0; i < 100_000; i++) {
            var digits = BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000L));
            var number = Numbers.canonical(digits.scaleByPowerOfTen(random.nextInt(-40, 40)));
            assertThat(Numbers.ofStored(number.doubleValue())).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483600", "-1e300", "1e-302", "1e-2147483600"})
    void refusesANumberWhoseTextWouldFillTheMemory(String hostile) {
        var number = new BigDecimal(hostile);
        assertThat(Numbers.publishable(number)).isFalse();
        assertThatThrownBy(() -> Numbers.canonical(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void publishesAllThatADoubleCarries() {
        for (String number : new String[] {"1e299", "-9.99999999999999e299", "1e-299", "0"}) {
            var exact = Numbers.canonical(new BigDecimal(number));
            assertThat(Numbers.ofStored(exact.doubleValue())).isEqualTo(exact);
        }
    }

    @Test
    void decimalsWithoutExactDoubleKeepTheirScale() {
        for (String text : new String[] {"0", "0.29", "0.1", "12.5", "1200", "99.99", "0.0001", "123456789012345"}) {
            assertThat(Numbers.ofStored(Double.parseDouble(text))).isEqualTo(new BigDecimal(text));
        }
    }
}
