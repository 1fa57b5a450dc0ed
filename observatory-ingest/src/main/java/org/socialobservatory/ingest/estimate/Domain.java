package org.socialobservatory.ingest.estimate;

import org.socialobservatory.ontology.cube.CellKey;

/**
 * A domain of one breakdown: an area in a period with a code in each dimension.
 *
 * @param breakdown in its text form
 * @param groups ascending numbers of the groups that lie in it, empty where nobody does
 * @param parent number of the same domain in the area above; −1 where there is none
 * @param shown whether it gets a cell, or is there for its children only
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of numbers; nobody compares two domains.
record Domain(String period, String area, String breakdown, int[] groups, int parent, boolean shown) {

    CellKey key(String indicator) {
        return new CellKey(indicator, breakdown, period, area);
    }
}
