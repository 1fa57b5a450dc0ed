package org.socialobservatory.ingest.estimate.plan;

import java.util.List;
import org.socialobservatory.ingest.estimate.Estimand;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.survey.Computation;

/**
 * What will be estimated from one table of answers.
 *
 * @param estimands what the estimator is asked
 * @param indicators that the package defines by computing them
 * @param computations how each figure comes about, for its proof
 */
public record Plan(List<Estimand> estimands, List<Indicator> indicators, List<Computation> computations) {

    public Plan {
        estimands = List.copyOf(estimands);
        indicators = List.copyOf(indicators);
        computations = List.copyOf(computations);
    }
}
