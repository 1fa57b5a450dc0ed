package org.socialobservatory.ontology.cube;

import java.util.Comparator;
import org.socialobservatory.ontology.Codes;

/**
 * What identifies a cell within its dataset.
 *
 * @param indicator code of the indicator
 * @param area code of the lasting area
 * @param period code of the period
 * @param breakdown {@link Breakdown} in its text form
 */
public record CellKey(String indicator, String breakdown, String period, String area) implements Comparable<CellKey> {

    /** The canonical order of an edition: runs of one indicator, breakdown and period over the areas. */
    private static final Comparator<CellKey> CANONICAL = Comparator.comparing(CellKey::indicator)
            .thenComparing(CellKey::breakdown)
            .thenComparing(CellKey::period)
            .thenComparing(CellKey::area);

    public CellKey {
        Codes.require(indicator);
        Codes.require(area);
    }

    @Override
    public int compareTo(CellKey other) {
        return CANONICAL.compare(this, other);
    }
}
