package org.socialobservatory.ingest.mapping;

import java.util.List;
import java.util.function.Consumer;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.indicator.Catalogue;

/**
 * What a package finds when it arrives.
 *
 * @param territory the areas of the editions that stand
 * @param catalogue the base catalogue, extended by the definitions of the editions that stand
 * @param editions the cells and definitions of the editions that stand
 * @param standing these editions themselves, in the order of their publication
 */
public record Published(Territory territory, Catalogue catalogue, Editions editions, List<Standing> standing) {
    public Published {
        standing = List.copyOf(standing);
    }

    /** Where no edition stands that the package could replace. */
    public Published(Territory territory, Catalogue catalogue) {
        this(territory, catalogue, (_, _) -> {});
    }

    /** Where no edition stands of which the package could make something. */
    public Published(Territory territory, Catalogue catalogue, Editions editions) {
        this(territory, catalogue, editions, List.of());
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

    /**
     * An edition that stands.
     *
     * @param cells read only by whoever asks
     */
    public record Standing(Edition edition, Definitions definitions, Cells cells) {}

    /** The cells of one edition. */
    @FunctionalInterface
    public interface Cells {

        /** Hands them to a reader, in canonical order. */
        void forEach(Consumer<? super Cell> reader);
    }
}
