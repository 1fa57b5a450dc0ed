package org.socialobservatory.ingest.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorTest {

    /** The first numbers that the authors' program prints for this seed. */
    @Test
    void isSplitMix64() {
        var generator = new Generator(1234567);
        assertThat(new String[] {
                    Long.toUnsignedString(generator.next()),
                    Long.toUnsignedString(generator.next()),
                    Long.toUnsignedString(generator.next()),
                    Long.toUnsignedString(generator.next()),
                    Long.toUnsignedString(generator.next())
                })
                .containsExactly(
                        "6457827717110365317",
                        "3203168211198807973",
                        "9817491932198370423",
                        "4593380528125082431",
                        "16408922859458223821");
    }

    @Test
    void drawsNumbersOfTheNormalDistribution() {
        var generator = Generator.of("a seed");
        int draws = 200_000;
        double sum = 0;
        double squares = 0;
        int beyond = 0;
        for (int i = 0; i < draws; i++) {
            double drawn = generator.normal();
            sum += drawn;
            squares += drawn * drawn;
            beyond += Math.abs(drawn) > Figure.NORMAL_95 ? 1 : 0;
        }
        assertThat(sum / draws).isCloseTo(0, within(0.01));
        assertThat(squares / draws).isCloseTo(1, within(0.02));
        assertThat((double) beyond / draws).isCloseTo(0.05, within(0.003));
    }

    /** The interval that goes with a figure holds about as many of its draws as it says. */
    @ParameterizedTest
    @CsvSource({"30, 4, 22.9, 38.3", "0, 0, 0, 4.2", "100, 0, 91, 100", "2, 1.2, 0.6, 6.4"})
    void drawsSharesAroundWhatWasPublishedAndNeverBeyondNoneAndAll(
            BigDecimal number, BigDecimal error, double lower, double upper) {
        var figure = Figure.of(
                Figures.value(number, error, BigDecimal.valueOf(lower), BigDecimal.valueOf(upper)), Figures.SHARE);
        var generator = Generator.of("shares");
        int within = 0;
        for (int i = 0; i < 10_000; i++) {
            double drawn = figure.draw(generator);
            assertThat(drawn).isBetween(0.0, 100.0);
            within += drawn >= lower && drawn <= upper ? 1 : 0;
        }
        assertThat(within).isBetween(9_350, 9_850);
    }

    @Test
    void takesTheErrorFromTheIntervalWhereThatIsAllThereIs() {
        var ten = new BigDecimal("10");
        assertThat(Figure.of(Figures.value(ten, null, BigDecimal.ZERO, new BigDecimal("20")), Figures.MEAN))
                .isEqualTo(new Figure.Normal(10, 20 / (2 * Figure.NORMAL_95)));
        assertThat(Figure.of(Figures.value(ten, null, null, null), Figures.MEAN))
                .isEqualTo(new Figure.Certain(10));
    }
}
