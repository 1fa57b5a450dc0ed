package org.socialobservatory.ingest.composite;

import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Composite.Aggregation;

/** How figures become an index: reversed, normalised, weighted, aggregated. Sums run in the order of the components. */
public final class Recipe {

    private final Aggregation aggregation;
    private final Scale scale;
    private final boolean[] reversed;
    private final double[] weights;

    public Recipe(Composite composite) {
        this.aggregation = composite.aggregation();
        this.scale = new Scale(composite.normalisation(), aggregation);
        int components = composite.components().size();
        this.reversed = new boolean[components];
        this.weights = new double[components];
        for (int c = 0; c < components; c++) {
            reversed[c] = composite.components().get(c).isReversed();
            weights[c] = composite.components().get(c).weight().doubleValue();
        }
    }

    /** The declared weights, whatever their sum. */
    public double[] weights() {
        return weights.clone();
    }

    /** The figures of all components on their scales, by component, then by area. */
    public double[][] normalised(double[][] figures) {
        var scaled = new double[figures.length][];
        for (int c = 0; c < figures.length; c++) {
            scaled[c] = scale.of(figures[c], reversed[c]);
        }
        return scaled;
    }

    /** The index of each area, by weights of which only the shares count. */
    public double[] aggregated(double[][] normalised, double[] by) {
        double sum = 0;
        for (double weight : by) {
            sum += weight;
        }
        var index = new double[normalised[0].length];
        for (int a = 0; a < index.length; a++) {
            double mean = 0;
            for (int c = 0; c < by.length; c++) {
                mean += by[c] * term(normalised[c][a]);
            }
            index[a] = aggregation == Aggregation.GEOMETRIC ? StrictMath.exp(mean / sum) : mean / sum;
        }
        return index;
    }

    /**
     * How far each component lifts the index of each area, by component, then by area: its share of the index less the
     * mean of all areas. The lifts of an area sum to its index less the mean of all; those of a geometric mean are factors,
     * and their product is its index by the geometric mean of all.
     */
    public double[][] lifts(double[][] normalised) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        var lifts = new double[normalised.length][];
        for (int c = 0; c < lifts.length; c++) {
            double mean = 0;
            for (double figure : normalised[c]) {
                mean += term(figure) / normalised[c].length;
            }
            lifts[c] = new double[normalised[c].length];
            for (int a = 0; a < lifts[c].length; a++) {
                double lift = weights[c] / sum * (term(normalised[c][a]) - mean);
                lifts[c][a] = aggregation == Aggregation.GEOMETRIC ? StrictMath.exp(lift) : lift;
            }
        }
        return lifts;
    }

    private double term(double normalised) {
        return aggregation == Aggregation.GEOMETRIC ? StrictMath.log(normalised) : normalised;
    }
}
