package org.socialobservatory.ingest.composite;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Composite.Aggregation;
import org.socialobservatory.ontology.indicator.Composite.Component;
import org.socialobservatory.ontology.indicator.Composite.Normalisation;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/** Indices and areas made for tests. */
final class Indices {

    static final String SEED = "made/index/2024/quartier";

    private Indices() {}

    /** Components by weight, negative where a low figure raises the index. */
    static Composite of(Normalisation normalisation, Aggregation aggregation, double... weights) {
        var components = new ArrayList<Component>();
        for (double weight : weights) {
            components.add(new Component(
                    "c" + components.size(),
                    "_T",
                    weight < 0 ? Direction.LOWER : Direction.HIGHER,
                    BigDecimal.valueOf(Math.abs(weight)),
                    null,
                    null));
        }
        return new Composite("index", normalisation, aggregation, 1000, components);
    }

    static Composite arithmetic(Normalisation normalisation, double... weights) {
        return of(normalisation, Aggregation.ARITHMETIC, weights);
    }

    /** An area with figures that are certain. */
    static Profile area(String code, double... figures) {
        var certain = new ArrayList<Figure>();
        for (double figure : figures) {
            certain.add(new Figure.Certain(figure));
        }
        return new Profile(code, certain, true);
    }

    /** Areas a00, a01 … with figures by component, then by area. */
    static List<Profile> areas(double[]... figures) {
        return IntStream.range(0, figures[0].length)
                .mapToObj(a -> {
                    var own = new double[figures.length];
                    for (int c = 0; c < own.length; c++) {
                        own[c] = figures[c][a];
                    }
                    return area("a%02d".formatted(a), own);
                })
                .toList();
    }

    static List<Score> scores(Composite composite, List<Profile> areas) {
        return Calculation.scores(composite, false, areas, SEED);
    }

    static double[] values(Composite composite, List<Profile> areas) {
        return scores(composite, areas).stream().mapToDouble(Score::value).toArray();
    }
}
