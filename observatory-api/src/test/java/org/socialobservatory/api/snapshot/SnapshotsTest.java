package org.socialobservatory.api.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.EditionContent;

class SnapshotsTest {

    private final FakeWarehouse warehouse = new FakeWarehouse();
    private final Snapshots snapshots = snapshots(warehouse);

    private static Snapshots snapshots(FakeWarehouse warehouse) {
        JenaSystem.init();
        var vocabulary = new Vocabulary(GraphFactory.createDefaultGraph(), List.of(), List.of());
        var snapshots = new Snapshots(warehouse, new Iris("http://localhost:8080"), vocabulary);
        snapshots.start();
        return snapshots;
    }

    @Test
    void keepsEveryCellAsItWasPublished() {
        var content = Fixture.content();
        warehouse.publish(content, List.of());
        var block = snapshots.current().dataset("essai").orElseThrow().block();
        assertThat(block.size()).isEqualTo(content.cells().size());
        for (Cell cell : content.cells()) {
            int at = block.find(cell.key()).orElseThrow();
            assertThat(block.key(at)).isEqualTo(cell.key());
            assertThat(block.observed(at)).isEqualTo(cell.observed());
            assertThat(block.origin(at)).isEqualTo(cell.origin());
        }
    }

    @Test
    void findsTheCellsOfAnAreaInCanonicalOrder() {
        warehouse.publish(Fixture.content(), List.of());
        var block = snapshots.current().dataset("essai").orElseThrow().block();
        int area = block.areaIndexOf("q1");
        var keys = new ArrayList<String>();
        for (int n = 0; n < block.cellsOfArea(area); n++) {
            keys.add(block.key(block.cellOfArea(area, n)).toString());
        }
        assertThat(keys).hasSize(4).isSorted().allMatch(key -> key.contains("area=q1"));
        assertThat(block.areaIndexOf("nowhere")).isNegative();
    }

    @Test
    void selectsTotalsUnlessADimensionIsNamed() {
        warehouse.publish(Fixture.content(), List.of());
        var dataset = snapshots.current().dataset("essai").orElseThrow();
        assertThat(selected(dataset, Map.of())).allMatch(key -> key.contains("breakdown=_T"));
        assertThat(selected(dataset, Map.of("sex", Set.of("F")))).hasSize(5);
        assertThat(selected(dataset, Map.of("sex", Set.of()))).hasSize(13);
        assertThat(selected(dataset, Map.of("age", Set.of("Y0T4")))).isEmpty();
    }

    private static List<String> selected(PublishedDataset dataset, Map<String, Set<String>> codes) {
        var keys = new ArrayList<String>();
        Snapshot.select(
                dataset,
                Selection.ofIndicators(Set.of("analphabetisme")).withCodes(codes),
                cell -> keys.add(cell.key().toString()));
        return keys;
    }

    @Test
    void readersKeepTheirSnapshotWhileANewOneReplacesIt() {
        warehouse.publish(Fixture.content(), List.of());
        var before = snapshots.current();
        var changed = new ArrayList<>(Fixture.content().cells());
        changed.removeIf(cell -> cell.key().area().equals("q2"));
        warehouse.publish(new EditionContent(Fixture.definitions("essai"), changed), List.of());
        assertThat(before.figures("analphabetisme", "q2", Breakdown.total())).hasSize(2);
        assertThat(snapshots.current().figures("analphabetisme", "q2", Breakdown.total()))
                .isEmpty();
        assertThat(snapshots.current().id()).isNotEqualTo(before.id());
    }

    @Test
    void showsTheEditionBeforeAWithdrawnOne() {
        warehouse.publish(Fixture.content(), List.of());
        var second = warehouse.publish(Fixture.content(), List.of());
        warehouse.withdraw(second.id(), "mistaken");
        assertThat(snapshots.current().dataset("essai").orElseThrow().edition().number())
                .isEqualTo(1);
        assertThat(snapshots.current().edition("essai", 2).orElseThrow().isWithdrawn())
                .isTrue();
    }

    @Test
    void showsTheLatestPeriodFirst() {
        warehouse.publish(Fixture.content(), List.of());
        assertThat(snapshots.current().figures("analphabetisme", "q1", Breakdown.total()))
                .extracting(figure -> figure.run().period().code())
                .containsExactly("2024", "2014");
    }
}
