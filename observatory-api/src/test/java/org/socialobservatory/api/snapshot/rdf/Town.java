package org.socialobservatory.api.snapshot.rdf;

import java.util.List;
import org.apache.jena.sys.JenaSystem;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.edition.EditionContent;

/** The invented town with further invented cubes beside its own. */
final class Town {

    static final String BASE = "http://localhost:8080";

    final FakeWarehouse warehouse = new FakeWarehouse();
    final Snapshots snapshots;

    Town() {
        JenaSystem.init();
        snapshots = new Snapshots(warehouse, new Iris(BASE), Vocabulary.load());
        snapshots.start();
    }

    static Town with(List<EditionContent> contents) {
        var town = new Town();
        contents.forEach(content -> town.warehouse.publish(content, List.of()));
        return town;
    }

    /** What the tests of a seed look at: the fixture and two drawn cubes. */
    static List<EditionContent> contents(long seed) {
        return List.of(
                Fixture.content(), InventedCube.of("drawn", seed, 300), InventedCube.of("drawn-too", seed + 1, 40));
    }

    Snapshot snapshot() {
        return snapshots.current();
    }

    ObservatoryDatasetGraph view() {
        return RdfView.of(snapshot()).dataset();
    }
}
