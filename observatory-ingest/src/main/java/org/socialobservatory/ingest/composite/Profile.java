package org.socialobservatory.ingest.composite;

import java.util.List;

/**
 * An area with its figure in each component.
 *
 * @param figures in the order of the components
 * @param ranked whether it takes a place among the others: none of its figures is unreliable
 */
record Profile(String area, List<Figure> figures, boolean ranked) {
    Profile {
        figures = List.copyOf(figures);
    }

    /** Whether it could be otherwise than it is. */
    boolean isUncertain() {
        return figures.stream().anyMatch(figure -> !(figure instanceof Figure.Certain));
    }
}
