package org.socialobservatory.ontology.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Term;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/**
 * How an index of areas is composed of other indicators (OECD/JRC, <i>Handbook on Constructing Composite Indicators</i>,
 * 2008). All areas of one level are compared with one another, each period by itself.
 *
 * @param indicator code of the index
 * @param draws how often the inputs and weights were drawn anew for the intervals
 */
@Term("obs:Composite")
public record Composite(
        String indicator, Normalisation normalisation, Aggregation aggregation, int draws, List<Component> components) {

    public Composite {
        Codes.require(indicator);
        components = List.copyOf(components);
    }

    /** The code of the indicator that says which place an area takes by an index. */
    public static String rank(String index) {
        return index + "-rank";
    }

    public String rank() {
        return rank(indicator);
    }

    /**
     * From what the draws begin, so that they are the same on every machine and at all times: the first eight bytes of
     * the SHA-256 of this text.
     */
    public String seed(String dataset, String period, String level) {
        return String.join("/", dataset, indicator, period, level);
    }

    /** The share of a component in the sum of all weights. */
    public double share(Component component) {
        double sum = 0;
        for (Component one : components) {
            sum += one.weight.doubleValue();
        }
        return component.weight.doubleValue() / sum;
    }

    /**
     * An indicator of which an index is made.
     *
     * @param breakdown which figures of it, in text form
     * @param direction {@code LOWER} where a low figure raises the index: it is reversed first
     * @param weight positive; only its share in the sum counts
     * @param period the one from which the figures come, whatever that of the index; null for the same
     * @param source the edition from which the figures come; null for the one of the index
     */
    @Term("obs:Component")
    public record Component(
            String indicator,
            String breakdown,
            Direction direction,
            BigDecimal weight,
            @Nullable String period,
            @Nullable Source source) {

        public Component {
            Codes.require(indicator);
            if (direction == Direction.NONE || weight.signum() <= 0) {
                throw new IllegalArgumentException("A component has a direction and a positive weight");
            }
        }

        public boolean isReversed() {
            return direction == Direction.LOWER;
        }
    }

    /** The edition of another dataset that gave the figures of a component. */
    public record Source(String dataset, int edition, String contentHash) {}

    /** How figures of different units are made comparable. */
    public enum Normalisation {
        /** Distance from the mean in standard deviations (n − 1). */
        Z,
        /** From 0, the least of the areas, to 100, the most; from 1 for a geometric mean. */
        MIN_MAX,
        /** The place among the areas, the least being 1; equal figures share the mean of their places. */
        RANK;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How the normalised figures of an area become one. */
    public enum Aggregation {
        /** Weighted mean: a weakness in one component can be made up for by another. */
        ARITHMETIC,
        /** Weighted geometric mean: a weakness weighs the more the greater it is. */
        GEOMETRIC;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
