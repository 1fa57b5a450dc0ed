package org.socialobservatory.ontology.edition;

import java.util.List;
import org.socialobservatory.ontology.cube.Cell;

/**
 * All that an edition publishes; its hash is the edition's content hash.
 *
 * @param cells in canonical order of their keys, each key once
 */
public record EditionContent(Definitions definitions, List<Cell> cells) {
    public EditionContent {
        cells = List.copyOf(cells);
    }
}
