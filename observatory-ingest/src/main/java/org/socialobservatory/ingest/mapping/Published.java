package org.socialobservatory.ingest.mapping;

import java.util.List;
import java.util.function.Consumer;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.indicator.Catalogue;

/**
 * What a package finds when it arrives.
 *
 * @param territory the areas of the editions that stand
 * @param catalogue the base catalogue, extended by the definitions of the editions that stand
 * @param editions the cells and definitions of the editions that stand
 */
public record Published(Territory territory, Catalogue catalogue, Editions editions) {

    /** Where no edition stands that the package could replace. */
    public Published(Territory territory, Catalogue catalogue) {
        this(territory, catalogue, (_, _) -> {});
    }

    /** The editions that stand; read only by whoever asks. */
    @FunctionalInterface
    public interface Editions {

        /** Hands all cells of all editions of a dataset that stand to a reader, oldest edition first. */
        void cells(String dataset, Consumer<? super Cell> reader);

        /** What all editions of a dataset that stand say beside their cells, oldest edition first. */
        default List<Definitions> definitions(String dataset) {
            return List.of();
        }
    }
}
