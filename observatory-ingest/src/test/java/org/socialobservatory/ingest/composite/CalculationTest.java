package org.socialobservatory.ingest.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialobservatory.ontology.indicator.Composite.Aggregation;
import org.socialobservatory.ontology.indicator.Composite.Normalisation;

/** What must hold for any index of any areas. */
class CalculationTest {

    private static double[] numbers(Random random, int count) {
        return random.doubles(count, -50, 150).toArray();
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameBitForBitInWhateverOrderTheAreasCome(Normalisation normalisation) {
        var random = new Random(7);
        var areas = new ArrayList<Profile>();
        for (int a = 0; a < 30; a++) {
            areas.add(new Profile(
                    "a" + a,
                    List.of(
                            new Figure.Normal(random.nextDouble() * 9, 0.5),
                            new Figure.Share(5 + random.nextInt(90), 0.2, 100)),
                    a % 7 != 0));
        }
        var composite = Indices.arithmetic(normalisation, 1, -2);
        var scores = Indices.scores(composite, areas);
        Collections.shuffle(areas, random);
        assertThat(Indices.scores(composite, areas)).isEqualTo(scores);
        assertThat(Calculation.scores(composite, false, areas, "another seed")).isNotEqualTo(scores);
    }

    @ParameterizedTest
    @EnumSource
    void neverPutsAnAreaBelowOneThatIsWorseInEverything(Normalisation normalisation) {
        var random = new Random(11);
        var figures = new double[][] {numbers(random, 20), numbers(random, 20), numbers(random, 20)};
        for (int c = 0; c < figures.length; c++) {
            figures[c][4] = figures[c][3] + (c == 1 ? -5 : 5);
        }
        var scores = Indices.scores(Indices.arithmetic(normalisation, 0.3, -1, 2), Indices.areas(figures));
        assertThat(scores.get(4).value()).isGreaterThan(scores.get(3).value());
        var better = Objects.requireNonNull(scores.get(4).place());
        var worse = Objects.requireNonNull(scores.get(3).place());
        assertThat(better.at()).isLessThan(worse.at());
        assertThat(better.from()).isLessThanOrEqualTo(worse.from());
        assertThat(better.to()).isLessThanOrEqualTo(worse.to());
    }

    @ParameterizedTest
    @EnumSource
    void doesNotDependOnTheUnitsOfItsComponents(Normalisation normalisation) {
        var random = new Random(13);
        var one = numbers(random, 15);
        var other = numbers(random, 15);
        var composite = Indices.arithmetic(normalisation, 1, -3);
        var inOtherUnits = Arrays.stream(one).map(x -> 32 + 1.8 * x).toArray();
        assertThat(Indices.values(composite, Indices.areas(inOtherUnits, other)))
                .containsExactly(Indices.values(composite, Indices.areas(one, other)), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void turnsAboutWithEveryDirection(Normalisation normalisation) {
        var random = new Random(17);
        var one = numbers(random, 12);
        var other = numbers(random, 12);
        var up = Indices.values(Indices.arithmetic(normalisation, 1, 2), Indices.areas(one, other));
        var down = Indices.values(Indices.arithmetic(normalisation, -1, -2), Indices.areas(one, other));
        double sum = switch (normalisation) {
            case Z -> 0;
            case MIN_MAX -> 100;
            case RANK -> 13;
        };
        for (int a = 0; a < up.length; a++) {
            assertThat(up[a] + down[a]).isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void takesOnlyTheSharesOfTheWeights() {
        var areas = Indices.areas(new double[] {1, 5, 9, 2}, new double[] {7, 3, 3, 8});
        assertThat(Indices.scores(Indices.arithmetic(Normalisation.MIN_MAX, 2, 6), areas))
                .isEqualTo(Indices.scores(Indices.arithmetic(Normalisation.MIN_MAX, 0.25, 0.75), areas));
        assertThat(Indices.values(Indices.arithmetic(Normalisation.MIN_MAX, 2, 6), areas))
                .containsExactly(60, 12.5, 25, 78.125);
    }

    @Test
    void refusesWeightsThatAreNotPositive() {
        assertThatThrownBy(() -> Indices.arithmetic(Normalisation.Z, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesGeometricMeansOfFiguresFrom1To100Only() {
        var areas = Indices.areas(new double[] {0, 10, 20}, new double[] {20, 10, 0});
        assertThat(Indices.values(Indices.of(Normalisation.MIN_MAX, Aggregation.GEOMETRIC, 1, 1), areas))
                .containsExactly(new double[] {10, 50.5, 10}, within(1e-9));
        var impossible = Indices.of(Normalisation.Z, Aggregation.GEOMETRIC, 1);
        assertThatThrownBy(() -> Indices.scores(impossible, areas)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesThePlacesOfEqualAreas() {
        var scores =
                Indices.scores(Indices.arithmetic(Normalisation.RANK, 1), Indices.areas(new double[] {3, 8, 8, 1, 8}));
        assertThat(scores).extracting(Score::value).containsExactly(2.0, 4.0, 4.0, 1.0, 4.0);
        assertThat(scores)
                .extracting(Score::place)
                .containsExactly(
                        new Score.Place(4, 4, 4),
                        new Score.Place(1, 1, 3),
                        new Score.Place(1, 1, 3),
                        new Score.Place(5, 5, 5),
                        new Score.Place(1, 1, 3));
    }

    @Test
    void countsFromTheLeastWhereThatIsTheBest() {
        var areas = Indices.areas(new double[] {3, 8, 1});
        assertThat(Calculation.scores(Indices.arithmetic(Normalisation.MIN_MAX, 1), true, areas, Indices.SEED))
                .extracting(score -> Objects.requireNonNull(score.place()).at())
                .containsExactly(2, 3, 1);
    }

    @Test
    void givesTheMiddleWhereAllAreEqual() {
        var areas = Indices.areas(new double[] {4.1, 4.1, 4.1});
        assertThat(Indices.values(Indices.arithmetic(Normalisation.Z, 1), areas))
                .containsOnly(0);
        assertThat(Indices.values(Indices.arithmetic(Normalisation.MIN_MAX, 1), areas))
                .containsOnly(50);
        assertThat(Indices.values(Indices.arithmetic(Normalisation.RANK, 1), areas))
                .containsOnly(2);
        assertThat(Indices.values(Indices.of(Normalisation.MIN_MAX, Aggregation.GEOMETRIC, 1), areas))
                .containsExactly(new double[] {50.5, 50.5, 50.5}, within(1e-9));
    }

    @Test
    void takesOneAreaAndNone() {
        assertThat(Indices.values(Indices.arithmetic(Normalisation.Z, 1), Indices.areas(new double[] {9})))
                .containsExactly(0);
        assertThat(Indices.scores(Indices.arithmetic(Normalisation.Z, 1), List.of()))
                .isEmpty();
    }

    @Test
    void takesTheLargestAndTheSmallestNumbers() {
        var areas = Indices.areas(new double[] {-1e300, 0, 1e300}, new double[] {1e-300, 2e-300, 3e-300});
        assertThat(Indices.values(Indices.arithmetic(Normalisation.Z, 1, 1), areas))
                .containsExactly(-1, 0, 1);
    }

    @Test
    void leavesUnreliableAreasOutOfTheRanking() {
        var areas = List.of(
                Indices.area("a", 1),
                new Profile("b", List.of(new Figure.Normal(5, 2)), false),
                Indices.area("c", 3),
                Indices.area("d", 9));
        var scores = Indices.scores(Indices.arithmetic(Normalisation.MIN_MAX, 1), areas);
        assertThat(scores.get(1).place()).isNull();
        assertThat(scores.get(1).value()).isEqualTo(50);
        assertThat(Objects.requireNonNull(scores.get(1).interval()).lower()).isLessThan(40);
        assertThat(scores.get(0).place()).isEqualTo(new Score.Place(3, 3, 3));
    }

    @Test
    void showsInTheRankIntervalWhatDependsOnTheWeights() {
        var areas = Indices.areas(new double[] {0, 100, 50, 49}, new double[] {100, 0, 49, 50.5});
        var scores = Indices.scores(Indices.arithmetic(Normalisation.MIN_MAX, 1, 1), areas);
        assertThat(scores).extracting(Score::interval).containsOnlyNulls();
        assertThat(Objects.requireNonNull(scores.get(0).place()).from()).isEqualTo(1);
        assertThat(Objects.requireNonNull(scores.get(0).place()).to()).isEqualTo(4);
    }
}
