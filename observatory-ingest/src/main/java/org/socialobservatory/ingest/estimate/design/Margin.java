package org.socialobservatory.ingest.estimate.design;

import java.util.List;
import java.util.Map;
import org.socialobservatory.ingest.estimate.Expression;

/**
 * Known sizes of the population by one variable, or by several crossed.
 *
 * @param name for the report
 * @param variables whose codes, as texts, make the category of a response
 * @param sizes known size by category; every response must belong to one and every category must have a response
 */
public record Margin(String name, List<Expression> variables, Map<List<String>, Double> sizes) {

    public Margin {
        variables = List.copyOf(variables);
        sizes = Map.copyOf(sizes);
        for (double size : sizes.values()) {
            if (!(size > 0) || Double.isInfinite(size)) {
                throw new IllegalArgumentException("Not the size of a population: " + size);
            }
        }
    }
}
