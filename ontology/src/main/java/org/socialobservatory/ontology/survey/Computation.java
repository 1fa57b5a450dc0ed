package org.socialobservatory.ontology.survey;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Term;

/**
 * How an indicator was computed from answers, as the package wrote it.
 *
 * @param indicator code
 * @param kind the form of the statistic: {@code proportion}, {@code mean}, {@code ratio}, {@code total}, {@code count},
 *     {@code quantile} or {@code mpi}
 * @param universe who counts, in ECQL; null for everybody
 * @param expressions in ECQL by what they say: {@code condition}, {@code value}, {@code denominator}, {@code deprived.x};
 *     numbers likewise: {@code p}, {@code cutoff}, {@code weight.x}
 * @param variables of the answers that it uses
 */
@Term("obs:Computation")
public record Computation(
        String indicator,
        String kind,
        @Nullable String universe,
        SortedMap<String, String> expressions,
        List<String> variables) {

    public Computation {
        Codes.require(indicator);
        expressions = Collections.unmodifiableSortedMap(new TreeMap<>(expressions));
        variables = List.copyOf(variables);
    }
}
