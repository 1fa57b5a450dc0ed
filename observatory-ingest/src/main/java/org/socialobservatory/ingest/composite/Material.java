package org.socialobservatory.ingest.composite;

import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.indicator.Composite.Component;
import org.socialobservatory.ontology.indicator.Indicator;

/** A component with the figures that it takes. */
record Material(Component component, Indicator indicator, Shelf.Series figures) {

    /** What an area has for an index of a period; null where nothing is published. */
    @Nullable
    Observed at(String period, String area) {
        return figures.at(component.period() == null ? period : component.period())
                .get(area);
    }
}
