package org.socialobservatory.api.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

class RankingTest {

    private static Map<String, Estimate> estimates(String name, double whole) {
        var numbers = Reference.row(name, "estimate");
        var errors = Reference.row(name, "se");
        var degrees = Reference.row(name, "df");
        var estimates = new LinkedHashMap<String, Estimate>();
        for (int i = 0; i < numbers.length; i++) {
            estimates.put("a" + (i + 1), estimate(numbers[i], errors[i], degrees[i], whole));
        }
        return estimates;
    }

    private static Estimate estimate(double number, double error, double degrees, double whole) {
        return new Estimate(BigDecimal.valueOf(number), error == 0, error, degrees, 100, whole, null, null);
    }

    @ParameterizedTest
    @CsvSource({"places-means, 0", "places-few-degrees, 0", "places-shares, 1"})
    void placesAreThoseOfKleinWrightAndWieczorek(String name, double whole) {
        var ranking = new Ranking(estimates(name, whole), Direction.HIGHER);
        var from = Reference.row(name, "from");
        var to = Reference.row(name, "to");
        for (int i = 0; i < from.length; i++) {
            assertThat(ranking.of("a" + (i + 1)))
                    .as(name + " " + i)
                    .contains(new RankInterval((int) from[i], (int) to[i], from.length));
        }
    }

    @Test
    void whereLessIsBetterThePlacesAreTurnedRound() {
        var name = "places-means";
        var ranking = new Ranking(estimates(name, 0), Direction.LOWER);
        var from = Reference.row(name, "from");
        var to = Reference.row(name, "to");
        for (int i = 0; i < from.length; i++) {
            assertThat(ranking.of("a" + (i + 1)))
                    .contains(new RankInterval(
                            from.length + 1 - (int) to[i], from.length + 1 - (int) from[i], from.length));
        }
    }

    @Test
    void exactFiguresThatAreWrittenAlikeShareTheirPlaces() {
        var ranking = new Ranking(
                Map.of(
                        "a", estimate(3, 0, 1, 0),
                        "b", estimate(2, 0, 1, 0),
                        "c", estimate(2, 0, 1, 0),
                        "d", estimate(1, 0, 1, 0)),
                Direction.NONE);
        assertThat(ranking.of("a")).contains(new RankInterval(1, 1, 4));
        assertThat(ranking.of("b")).contains(new RankInterval(2, 3, 4));
        assertThat(ranking.of("c")).contains(new RankInterval(2, 3, 4));
        assertThat(ranking.of("d")).contains(new RankInterval(4, 4, 4));
    }

    @Test
    void allEqualTakeAllPlaces() {
        var ranking = new Ranking(Map.of("a", estimate(2, 0, 1, 0), "b", estimate(2, 0, 1, 0)), Direction.HIGHER);
        assertThat(ranking.of("a")).contains(new RankInterval(1, 2, 2));
    }

    @Test
    void aloneNobodyTakesAPlace() {
        assertThat(new Ranking(Map.of("a", estimate(2, 0, 1, 0)), Direction.HIGHER).of("a"))
                .isEmpty();
    }

    @Test
    void whatIsNotRankedTakesNoPlace() {
        assertThat(new Ranking(Map.of(), Direction.HIGHER).of("a")).isEmpty();
    }
}
