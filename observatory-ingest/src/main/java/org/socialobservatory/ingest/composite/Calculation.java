package org.socialobservatory.ingest.composite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.socialobservatory.ontology.indicator.Composite;

/**
 * An index of some areas ({@code statistics.md} §6). In each draw the figures are drawn about the published ones, the
 * weights between three and five quarters of the declared ones, and everything is done again: normalisation,
 * aggregation, ranking. Figures are drawn independently of one another. Areas are taken in order of code, so that the
 * same figures give the same bits in whatever order they come.
 */
final class Calculation {

    private static final double LEAST_WEIGHT = 0.75;
    private static final double MOST_WEIGHT = 1.25;
    /** Decimals of an index; beyond them are the errors of its sums, which must break no tie. */
    private static final double PRECISION = 1e12;

    private final Recipe recipe;
    private final int draws;
    private final boolean lowIsBetter;
    private final List<Profile> areas;
    private final int[] ranked;
    private final boolean uncertain;

    private Calculation(Composite composite, boolean lowIsBetter, List<Profile> profiles) {
        this.recipe = new Recipe(composite);
        this.draws = composite.draws();
        this.lowIsBetter = lowIsBetter;
        this.areas =
                profiles.stream().sorted(Comparator.comparing(Profile::area)).toList();
        this.ranked = IntStream.range(0, areas.size())
                .filter(a -> areas.get(a).ranked())
                .toArray();
        this.uncertain = areas.stream().anyMatch(Profile::isUncertain);
    }

    /**
     * The index of each area, in order of code.
     *
     * @param lowIsBetter whether the best area is the one with the least index
     * @param seed of the draws
     */
    static List<Score> scores(Composite composite, boolean lowIsBetter, List<Profile> profiles, String seed) {
        return profiles.isEmpty()
                ? List.of()
                : new Calculation(composite, lowIsBetter, profiles).scores(Generator.of(seed));
    }

    private List<Score> scores(Generator generator) {
        var normalised = normalised(Figure::value);
        var index = recipe.aggregated(normalised, recipe.weights());
        for (int a = 0; a < index.length; a++) {
            // Adding zero takes the sign off a zero.
            index[a] = Math.rint(index[a] * PRECISION) / PRECISION + 0.0;
        }
        var drawn = new Draws(areas.size(), uncertain ? draws : 0, ranked.length, draws);
        for (int draw = 0; draw < draws; draw++) {
            draw(draw, uncertain ? normalised(figure -> figure.draw(generator)) : normalised, generator, drawn);
        }
        var places = places(index);
        var scores = new ArrayList<Score>();
        int r = 0;
        for (int a = 0; a < index.length; a++) {
            var place = areas.get(a).ranked() ? drawn.place(r++, places) : null;
            scores.add(new Score(areas.get(a).area(), index[a], drawn.interval(a, index[a]), place));
        }
        return List.copyOf(scores);
    }

    private double[][] normalised(ToDoubleFunction<Figure> reading) {
        int components = areas.getFirst().figures().size();
        var figures = new double[components][areas.size()];
        for (int c = 0; c < components; c++) {
            for (int a = 0; a < figures[c].length; a++) {
                figures[c][a] = reading.applyAsDouble(areas.get(a).figures().get(c));
            }
        }
        return recipe.normalised(figures);
    }

    private void draw(int draw, double[][] normalised, Generator generator, Draws drawn) {
        var weights = recipe.weights();
        if (uncertain) {
            drawn.indices(draw, recipe.aggregated(normalised, weights));
        }
        for (int c = 0; c < weights.length; c++) {
            weights[c] *= generator.uniform(LEAST_WEIGHT, MOST_WEIGHT);
        }
        drawn.places(draw, places(recipe.aggregated(normalised, weights)));
    }

    private Places places(double[] index) {
        var merits = new double[ranked.length];
        for (int r = 0; r < merits.length; r++) {
            merits[r] = lowIsBetter ? -index[ranked[r]] : index[ranked[r]];
        }
        return new Places(merits);
    }
}
