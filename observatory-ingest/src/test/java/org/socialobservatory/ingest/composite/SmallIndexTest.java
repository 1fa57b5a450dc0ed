package org.socialobservatory.ingest.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.ontology.indicator.Composite.Aggregation;
import org.socialobservatory.ontology.indicator.Composite.Normalisation;

/** Eight areas with four components, and what R answers about them: {@code small-index.R} beside the recorded answers. */
class SmallIndexTest {

    private static final double TOLERANCE = 1e-8;
    private static final List<String> COMPONENTS = List.of("illiteracy", "doctors", "size", "rent");
    private static final double[] WEIGHTS = {-2, 1, -0.5, 1.5};

    private static final Table FIGURES = Table.beside("small-index.csv");
    private static final Table ANSWERS = Table.beside("small-index-answers.csv");

    @ParameterizedTest
    @CsvSource({"Z,ARITHMETIC", "MIN_MAX,ARITHMETIC", "MIN_MAX,GEOMETRIC", "RANK,ARITHMETIC"})
    void agreesWithR(Normalisation normalisation, Aggregation aggregation) {
        var index = Indices.values(Indices.of(normalisation, aggregation, WEIGHTS), areas(false));
        assertThat(index).containsExactly(answers(normalisation.code() + "." + aggregation.code()), within(TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource({"Z", "MIN_MAX", "RANK"})
    void bringsComponentsOntoTheScaleOfR(Normalisation normalisation) {
        var scale = new Scale(normalisation, Aggregation.ARITHMETIC);
        for (int c = 0; c < WEIGHTS.length; c++) {
            assertThat(scale.of(FIGURES.numbers(COMPONENTS.get(c)), WEIGHTS[c] < 0))
                    .containsExactly(answers(normalisation.code() + "." + COMPONENTS.get(c)), within(TOLERANCE));
        }
    }

    @Test
    void drawsIntervalsAsWideAsThoseOfR() {
        var scores = Indices.scores(Indices.arithmetic(Normalisation.MIN_MAX, WEIGHTS), areas(true));
        var lower = answers("draws.lower");
        var upper = answers("draws.upper");
        var from = answers("draws.from");
        var to = answers("draws.to");
        for (int a = 0; a < scores.size(); a++) {
            var interval = Objects.requireNonNull(scores.get(a).interval());
            // The bounds of 1,000 draws vary by about a twelfth of the width from those of very many.
            double noise = (upper[a] - lower[a]) / 8 + 1e-9;
            assertThat(interval.lower()).isCloseTo(lower[a], within(noise));
            assertThat(interval.upper()).isCloseTo(upper[a], within(noise));
            var place = Objects.requireNonNull(scores.get(a).place());
            assertThat((double) place.from()).isCloseTo(from[a], within(1.0));
            assertThat((double) place.to()).isCloseTo(to[a], within(1.0));
            assertThat(place.at()).isBetween(place.from(), place.to());
        }
    }

    private static double[] answers(String row) {
        return ANSWERS.rows().stream()
                .filter(answer -> answer.getField("row").equals(row))
                .mapToDouble(answer -> Double.parseDouble(answer.getField("value")))
                .toArray();
    }

    private static List<Profile> areas(boolean uncertain) {
        var areas = new ArrayList<Profile>();
        for (var row : FIGURES.rows()) {
            var figures = new ArrayList<Figure>();
            for (String component : COMPONENTS) {
                double value = Double.parseDouble(row.getField(component));
                if (!uncertain || component.equals("rent")) {
                    figures.add(new Figure.Certain(value));
                } else {
                    double error = Double.parseDouble(row.getField(component + "_se"));
                    double share = value / 100;
                    figures.add(
                            component.equals("illiteracy")
                                    ? new Figure.Share(value, error / 100 / (share * (1 - share)), 100)
                                    : new Figure.Normal(value, error));
                }
            }
            areas.add(new Profile(row.getField("area"), figures, true));
        }
        return areas;
    }
}
