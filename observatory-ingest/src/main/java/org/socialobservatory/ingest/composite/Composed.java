package org.socialobservatory.ingest.composite;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * What indices add to an edition.
 *
 * @param cells of the indices and of the ranks by them
 * @param indicators that the package defines by composing them
 * @param composites how they are composed
 */
public record Composed(List<Cell> cells, List<Indicator> indicators, List<Composite> composites) {

    public static final Composed NOTHING = new Composed(List.of(), List.of(), List.of());

    public Composed {
        cells = List.copyOf(cells);
        indicators = List.copyOf(indicators);
        composites = List.copyOf(composites);
    }

    /** All cells in canonical order. */
    public List<Cell> with(List<Cell> others) {
        if (cells.isEmpty()) {
            return others;
        }
        Map<CellKey, Cell> all = new TreeMap<>();
        others.forEach(cell -> all.put(cell.key(), cell));
        cells.forEach(cell -> all.put(cell.key(), cell));
        return List.copyOf(all.values());
    }
}
