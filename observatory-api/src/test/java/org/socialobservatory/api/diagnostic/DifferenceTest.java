package org.socialobservatory.api.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceTest {

    /** statistics.md §2, as a percentage. */
    private static final Percentage TOLERANCE = Percentage.withPercentage(1e-6);

    private static Estimate estimate(Map<String, Double> r, String of, boolean covariance) {
        return new Estimate(
                number(r, of),
                false,
                get(r, of + "Error"),
                get(r, "df"),
                200,
                0,
                number(r, of + "Base"),
                covariance ? number(r, "covariance") : null);
    }

    private static double get(Map<String, Double> r, String name) {
        return Objects.requireNonNull(r.get(name), name);
    }

    private static BigDecimal number(Map<String, Double> r, String name) {
        return BigDecimal.valueOf(get(r, name));
    }

    private static Estimate of(double number, double error, double degrees) {
        return new Estimate(BigDecimal.valueOf(number), error == 0, error, degrees, 100, 0, null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean-dstrat", "ratio-dstrat", "mean-dclus1", "share-dclus1"})
    void anAreaLessItsTownHasTheErrorOfSvycontrast(String name) {
        var r = Reference.of(name);
        var difference = Difference.within(estimate(r, "area", true), estimate(r, "town", false), true);
        assertThat(difference.basis()).isEqualTo(Difference.Basis.COVARIANCE);
        assertThat(difference.estimate().doubleValue()).isCloseTo(get(r, "difference"), TOLERANCE);
        assertThat(difference.error()).isCloseTo(get(r, "error"), TOLERANCE);
        assertThat(difference.p()).isCloseTo(get(r, "p"), TOLERANCE);
        assertThat(Objects.requireNonNull(difference.lower()).doubleValue()).isCloseTo(get(r, "lower"), TOLERANCE);
        assertThat(Objects.requireNonNull(difference.upper()).doubleValue()).isCloseTo(get(r, "upper"), TOLERANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean-dstrat", "mean-dclus1"})
    void withoutACovarianceTheShareOfTheAreaStandsForIt(String name) {
        var r = Reference.of(name);
        var difference = Difference.within(estimate(r, "area", false), estimate(r, "town", false), true);
        assertThat(difference.basis()).isEqualTo(Difference.Basis.SHARE);
        assertThat(difference.error()).isCloseTo(get(r, "errorByShare"), TOLERANCE);
    }

    /** The published covariance is with the area directly above, and with no other. */
    @Test
    void theCovarianceIsNotUsedForAnAreaFurtherAbove() {
        var r = Reference.of("mean-dstrat");
        assertThat(Difference.within(estimate(r, "area", true), estimate(r, "town", false), false)
                        .basis())
                .isEqualTo(Difference.Basis.SHARE);
    }

    @Test
    void withoutBaseBothErrorsAdd() {
        var difference = Difference.within(of(10, 3, 20), of(12, 4, 50), true);
        assertThat(difference.basis()).isEqualTo(Difference.Basis.INDEPENDENT);
        assertThat(difference.error()).isCloseTo(5, within(1e-12));
        assertThat(difference.degrees()).isEqualTo(50);
    }

    @Test
    void twoTimesAddTheirErrorsAndTheirDegreesOfFreedom() {
        var difference = Difference.apart(of(31, 3, 20), of(40, 4, 50));
        assertThat(difference.estimate()).isEqualByComparingTo("-9");
        assertThat(difference.error()).isCloseTo(5, within(1e-12));
        assertThat(difference.degrees()).isEqualTo(70);
        // R: 2 * pt(-9/5, 70)
        assertThat(difference.p()).isCloseTo(0.07616948, within(1e-8));
    }

    @Test
    void exactFiguresDifferWhenTheyDifferAndHaveNoInterval() {
        var difference = Difference.within(of(24.2, 0, 1), of(24.1, 0, 1), true);
        assertThat(difference.isTested()).isFalse();
        assertThat(difference.estimate()).isEqualByComparingTo("0.1");
        assertThat(difference.lower()).isNull();
        assertThat(difference.p()).isZero();
    }

    /** The only area of a town: all variance cancels out. */
    @Test
    void whatIsTheWholeTownDoesNotDifferFromIt() {
        var area = new Estimate(BigDecimal.TEN, false, 2, 30, 100, 0, BigDecimal.valueOf(500), BigDecimal.valueOf(4));
        var difference = Difference.within(area, area, true);
        assertThat(difference.error()).isZero();
        assertThat(difference.p()).isOne();
    }

    @Test
    void seenFromTheOtherSideOnlyTheSignChanges() {
        var difference = Difference.apart(of(31, 3, 20), of(40, 4, 50));
        assertThat(difference.reversed().estimate()).isEqualByComparingTo("9");
        assertThat(difference.reversed().p()).isEqualTo(difference.p());
    }
}
