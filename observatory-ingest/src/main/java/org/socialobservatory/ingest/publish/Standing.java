package org.socialobservatory.ingest.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.warehouse.sql.SqlWarehouse;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.indicator.Catalogue;

/** What a package finds when it arrives: what the editions say that were published before it. */
final class Standing implements Published.Editions {

    private final SqlWarehouse warehouse;
    private final List<Edition> editions;

    private Standing(SqlWarehouse warehouse, List<Edition> editions) {
        this.warehouse = warehouse;
        this.editions = editions;
    }

    static Standing now(SqlWarehouse warehouse) {
        return new Standing(warehouse, warehouse.editions());
    }

    /** What stood when an edition was published. */
    static Standing before(SqlWarehouse warehouse, Edition edition) {
        return new Standing(
                warehouse,
                warehouse.editions().stream()
                        .filter(one -> one.sequence() < edition.sequence())
                        .toList());
    }

    /** The areas that editions that stand state or use, and the indicators that they define. */
    Published published() {
        var all = Territory.empty().extended();
        var mentioned = new HashSet<String>();
        var standing = new ArrayList<Published.Standing>();
        for (var edition : editions) {
            var said = warehouse.definitions(edition.id());
            said.areas().forEach(all::state);
            said.areaVersions().forEach(all::state);
            said.changes().forEach(all::state);
            if (!edition.isWithdrawn()) {
                standing.add(new Published.Standing(edition, said, reader -> warehouse.cells(edition.id(), reader)));
                said.areas().forEach(area -> mentioned.add(area.code()));
                mentioned.addAll(warehouse.areas(edition.id()));
            }
        }
        var territory = all.build();
        for (String code : List.copyOf(mentioned)) {
            territory.ancestors(code).forEach(area -> mentioned.add(area.code()));
        }
        var vocabulary = Vocabulary.load();
        return new Published(
                territory.restrictedTo(mentioned),
                new Catalogue(
                        vocabulary.indicators(),
                        vocabulary.codeLists(),
                        standing.stream()
                                .flatMap(one -> one.definitions().indicators().stream())
                                .toList(),
                        standing.stream()
                                .flatMap(one -> one.definitions().codeLists().stream())
                                .toList()),
                this,
                standing);
    }

    @Override
    public void cells(String dataset, Consumer<? super Cell> reader) {
        readable(dataset).forEach(edition -> warehouse.cells(edition.id(), reader));
    }

    @Override
    public List<Definitions> definitions(String dataset) {
        return readable(dataset).stream()
                .map(edition -> warehouse.definitions(edition.id()))
                .toList();
    }

    /** What can still be read of a dataset; an edition that was withdrawn cannot. */
    private List<Edition> readable(String dataset) {
        return editions.stream()
                .filter(edition -> edition.dataset().equals(dataset) && !edition.isWithdrawn())
                .toList();
    }
}
