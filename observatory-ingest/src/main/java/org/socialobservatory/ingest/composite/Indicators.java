package org.socialobservatory.ingest.composite;

import java.util.Map;
import java.util.Optional;
import org.socialobservatory.ingest.mapping.Known;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * The indicators that a component may name.
 *
 * @param computed by the package from answers
 * @param known to the package otherwise
 */
public record Indicators(Map<String, Indicator> computed, Known known) {

    Optional<Indicator> find(String code) {
        return Optional.ofNullable(computed.get(code)).or(() -> known.indicator(code));
    }

    String nearest(String code) {
        return known.nearestIndicators(code);
    }
}
