package org.socialobservatory.api.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Expected limits and counts are those of R 4.2 with classInt 0.4-9, {@code classIntervals(x, n, style,
 * intervalClosure = "left")}, for R's own data sets {@code precip} and {@code rivers}. classInt puts the limits of
 * natural classes halfway between two values and we put them on the higher one; the members are the same.
 */
class ClassesTest {

    private static final double[] PRECIP = {
        67, 54.7, 7, 48.5, 14, 17.2, 20.7, 13, 43.4, 40.2, 38.9, 54.5, 59.8, 48.3, 22.9, 11.5, 34.4, 35.1, 38.7, 30.8,
        30.6, 43.1, 56.8, 40.8, 41.8, 42.5, 31, 31.7, 30.2, 25.9, 49.2, 37, 35.9, 15, 30.2, 7.2, 36.2, 45.5, 7.8, 33.4,
        36.1, 40.2, 42.7, 42.5, 16.2, 39, 35, 37, 31.4, 37.6, 39.9, 36.2, 42.8, 46.4, 24.7, 49.1, 46, 35.9, 7.8, 48.2,
        15.2, 32.5, 44.7, 42.6, 38.8, 17.4, 40.8, 29.1, 14.6, 59.2
    };

    private static final double[] RIVERS = {
        735, 320, 325, 392, 524, 450, 1459, 135, 465, 600, 330, 336, 280, 315, 870, 906, 202, 329, 290, 1000, 600, 505,
        1450, 840, 1243, 890, 350, 407, 286, 280, 525, 720, 390, 250, 327, 230, 265, 850, 210, 630, 260, 230, 360, 730,
        600, 306, 390, 420, 291, 710, 340, 217, 281, 352, 259, 250, 470, 680, 570, 350, 300, 560, 900, 625, 332, 2348,
        1171, 3710, 2315, 2533, 780, 280, 410, 460, 260, 255, 431, 350, 760, 618, 338, 981, 1306, 500, 696, 605, 250,
        411, 1054, 735, 233, 435, 490, 310, 460, 383, 375, 1270, 545, 445, 1885, 380, 300, 380, 377, 425, 276, 210, 800,
        420, 350, 360, 538, 1100, 1205, 314, 237, 610, 360, 540, 1038, 424, 310, 300, 444, 301, 268, 620, 215, 652, 900,
        525, 246, 360, 529, 500, 720, 270, 430, 671, 1770
    };

    private static final double[] TIES = {1, 1, 1, 1, 2, 2, 3, 3, 3, 8, 8, 9};

    private static final Offset<Double> ROUNDED = within(1e-12);

    private static Classes classes(ClassMethod method, double[] values, int wanted) {
        return Classes.of(method, values, wanted, new double[0]);
    }

    private static int[] counts(Classes classes, double[] values) {
        var counts = new int[classes.count()];
        for (double value : values) {
            counts[classes.of(value)]++;
        }
        return counts;
    }

    @Test
    void quantilesAreThoseOfR() {
        assertThat(classes(ClassMethod.QUANTILE, PRECIP, 5).breaks())
                .containsExactly(new double[] {7, 22.46, 34.76, 39.36, 44.86, 67}, ROUNDED);
        assertThat(classes(ClassMethod.QUANTILE, RIVERS, 7).breaks())
                .containsExactly(new double[] {135, 270, 327, 383, 470, 620, 900, 3710}, ROUNDED);
        assertThat(counts(classes(ClassMethod.QUANTILE, PRECIP, 5), PRECIP)).containsExactly(14, 14, 14, 14, 14);
        assertThat(counts(classes(ClassMethod.QUANTILE, RIVERS, 7), RIVERS))
                .containsExactly(20, 20, 20, 20, 20, 20, 21);
        assertThat(counts(classes(ClassMethod.QUANTILE, TIES, 3), TIES)).containsExactly(4, 2, 6);
    }

    @Test
    void naturalClassesHaveTheMembersOfFishersOptimum() {
        assertThat(counts(classes(ClassMethod.JENKS, PRECIP, 3), PRECIP)).containsExactly(16, 39, 15);
        assertThat(counts(classes(ClassMethod.JENKS, PRECIP, 5), PRECIP)).containsExactly(14, 13, 20, 17, 6);
        assertThat(counts(classes(ClassMethod.JENKS, PRECIP, 7), PRECIP)).containsExactly(5, 9, 11, 13, 17, 9, 6);
        assertThat(counts(classes(ClassMethod.JENKS, RIVERS, 3), RIVERS)).containsExactly(104, 31, 6);
        assertThat(counts(classes(ClassMethod.JENKS, RIVERS, 5), RIVERS)).containsExactly(85, 38, 12, 5, 1);
        assertThat(counts(classes(ClassMethod.JENKS, RIVERS, 7), RIVERS)).containsExactly(64, 39, 20, 10, 4, 3, 1);
        assertThat(counts(classes(ClassMethod.JENKS, TIES, 3), TIES)).containsExactly(4, 5, 3);
        assertThat(classes(ClassMethod.JENKS, PRECIP, 3).breaks()).containsExactly(7, 25.9, 44.7, 67);
    }

    @Test
    void naturalClassesAreTheBestOfAllPartitions() {
        var random = new Random(20260101);
        for (int trial = 0; trial < 200; trial++) {
            var values = random.doubles(12, 0, 10).map(Math::rint).toArray();
            int wanted = 3 + trial % 2;
            var classes = classes(ClassMethod.JENKS, values, wanted);
            assertThat(spread(classes.breaks(), values)).isCloseTo(leastSpread(values, classes.count()), ROUNDED);
        }
    }

    private static double spread(double[] breaks, double[] values) {
        double whole = 0;
        for (int i = 0; i < breaks.length - 1; i++) {
            double from = breaks[i];
            double to = i == breaks.length - 2 ? Double.POSITIVE_INFINITY : breaks[i + 1];
            var members = Arrays.stream(values)
                    .filter(value -> value >= from && value < to)
                    .toArray();
            double mean = Arrays.stream(members).average().orElse(0);
            whole += Arrays.stream(members)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
        }
        return whole;
    }

    /** By trying all. */
    private static double leastSpread(double[] values, int classes) {
        var distinct = Arrays.stream(values).sorted().distinct().toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int chosen = 0; chosen < 1 << (distinct.length - 1); chosen++) {
            if (Integer.bitCount(chosen) == classes - 1) {
                var breaks = new double[classes + 1];
                breaks[0] = distinct[0];
                breaks[classes] = distinct[distinct.length - 1];
                int next = 1;
                for (int i = 1; i < distinct.length; i++) {
                    if ((chosen & 1 << (i - 1)) != 0) {
                        breaks[next++] = distinct[i];
                    }
                }
                least = Math.min(least, spread(breaks, values));
            }
        }
        return least;
    }

    @Test
    void equalClassesHaveOneWidth() {
        assertThat(classes(ClassMethod.EQUAL, PRECIP, 5).breaks()).containsExactly(7, 19, 31, 43, 55, 67);
        assertThat(counts(classes(ClassMethod.EQUAL, PRECIP, 5), PRECIP)).containsExactly(13, 9, 31, 13, 4);
        assertThat(counts(classes(ClassMethod.EQUAL, RIVERS, 7), RIVERS)).containsExactly(103, 25, 7, 2, 3, 0, 1);
    }

    @Test
    void standardDeviationsAreMeasuredFromTheMean() {
        // R: mean(precip) 34.8857142857143, sd(precip) 13.7066500914256
        double mean = 34.8857142857143;
        double deviation = 13.7066500914256;
        assertThat(classes(ClassMethod.STDDEV, PRECIP, 4).breaks())
                .containsExactly(
                        new double[] {
                            7, mean - deviation, mean, mean + deviation, 67,
                        },
                        within(1e-9));
        assertThat(classes(ClassMethod.STDDEV, PRECIP, 3).breaks())
                .containsExactly(new double[] {7, mean - deviation / 2, mean + deviation / 2, 67}, within(1e-9));
    }

    @Test
    void manualLimitsReachToTheExtremes() {
        var classes = Classes.of(ClassMethod.MANUAL, PRECIP, 3, new double[] {20, 80});
        assertThat(classes.breaks()).containsExactly(7, 20, 80, 80);
        assertThat(classes.of(20)).isEqualTo(1);
        assertThat(classes.of(19.9)).isZero();
        assertThat(classes.count()).isEqualTo(3);
    }

    @Test
    void fewerDistinctValuesMakeFewerClasses() {
        for (var method : new ClassMethod[] {ClassMethod.QUANTILE, ClassMethod.JENKS, ClassMethod.EQUAL}) {
            var classes = classes(method, new double[] {2, 1, 2, 2, 2, 2}, 5);
            assertThat(classes.count()).as(method.code()).isEqualTo(2);
            assertThat(classes.of(1)).isZero();
            assertThat(classes.of(2)).isEqualTo(1);
            assertThat(classes.colours()).hasSize(2);
            assertThat(classes(method, new double[] {4, 4}, 5).breaks()).containsExactly(4, 4);
            assertThat(classes(method, new double[0], 5).count()).isZero();
        }
        assertThat(classes(ClassMethod.STDDEV, new double[] {4, 4}, 5).count()).isEqualTo(1);
    }

    @Test
    void noQuantileClassIsEmpty() {
        var random = new Random(7);
        for (int trial = 0; trial < 500; trial++) {
            var values = random.doubles(1 + trial % 20, 0, 6).map(Math::rint).toArray();
            var classes = classes(ClassMethod.QUANTILE, values, 3 + trial % 5);
            assertThat(counts(classes, values)).doesNotContain(0);
        }
    }

    @Test
    void anIntervalThatReachesAcrossALimitIsNotHeldWhole() {
        var classes = Classes.of(ClassMethod.MANUAL, new double[] {0, 100}, 3, new double[] {20, 40});
        assertThat(classes.holdsWhole(21, 39)).isTrue();
        assertThat(classes.holdsWhole(20, 39.9)).isTrue();
        assertThat(classes.holdsWhole(19, 21)).isFalse();
        assertThat(classes.holdsWhole(35, 40)).isFalse();
        assertThat(classes.holdsWhole(-5, 10)).isTrue();
    }
}
