package org.socialobservatory.ingest.gate.candidate;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * What a reader knows beside the cells of an edition, and so the gate must.
 *
 * @param rules of the resources, by the position that the origin of a cell names
 * @param indicators definitions by code
 * @param territory which areas make up which
 * @param codeLists which codes make up which
 * @param sums indicators whose amounts add up to those of another one
 * @param earlier what can still be read in the editions that this one replaces
 */
public record Surroundings(
        List<DisclosureRules> rules,
        Function<String, Indicator> indicators,
        Territory territory,
        Collection<CodeList> codeLists,
        List<WeightedSum> sums,
        Earlier earlier) {
    public Surroundings {
        rules = List.copyOf(rules);
        codeLists = List.copyOf(codeLists);
        sums = List.copyOf(sums);
    }

    /** What applies to a cell. */
    public DisclosureRules rules(Cell cell) {
        return rules.get(cell.origin().resource());
    }

    /** The published cells of earlier editions of the dataset that stand, oldest first; asked only where needed. */
    @FunctionalInterface
    public interface Earlier {
        Earlier NONE = _ -> {};

        void forEach(Consumer<? super Cell> reader);
    }
}
